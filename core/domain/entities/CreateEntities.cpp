// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/CreateEntities.h"

#include "core/domain/entities/EntityInput.h"
#include "core/domain/entities/NewEntity.h"
#include "core/records/Record.h"

namespace callboard::entities {

namespace {

/// Another entity of the same production that the new one names; 404 when it is none of that kind there.
std::string parentOf(api::Writing &writing, const std::string &projectId, const std::string &id, Kind kind)
{
    const KnownEntity parent = getEntity(writing.database, id, kind);
    if (parent.projectId != projectId) throw api::notFound("The " + std::string(eventNameOf(kind)) + ' ' + id);
    return parent.id;
}

/// The episode that is named; "main" and "all" are none.
std::optional<std::string> episodeOf(api::Writing &writing, const std::string &projectId, const EntityInput &input)
{
    const auto given = input.text("episode_id");
    if (!given || given->empty() || *given == "main" || *given == "all") return std::nullopt;
    return parentOf(writing, projectId, *input.id("episode_id"), Kind::Episode);
}

Json emptyWhenNull(Json data)
{
    return data.is_null() ? Json::object() : std::move(data);
}

NewEntity newEntity(Kind kind, const api::Request &request, const EntityInput &input)
{
    NewEntity entity;
    entity.kind = kind;
    entity.projectId = request.pathId("project_id");
    entity.name = input.requiredText("name");
    entity.description = input.text("description");
    entity.data = input.object("data");
    return entity;
}

} // namespace

api::Response createAsset(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    NewEntity asset = newEntity(Kind::Asset, request, input);
    asset.typeId = request.pathId("asset_type_id");
    if (!writing.database.query("SELECT 1 FROM entity_type WHERE id = ? AND " + isAssetType("id"), asset.typeId).next())
        throw api::notFound("The asset type " + asset.typeId);
    asset.data = emptyWhenNull(std::move(asset.data));
    asset.isShared = input.flag("is_shared", false);
    asset.sourceId = input.has("source_id") && !input.has("episode_id")
        ? std::optional(parentOf(writing, asset.projectId, input.requiredId("source_id"), Kind::Episode))
        : episodeOf(writing, asset.projectId, input);
    return api::json(makeEntity(writing, asset).entity, 201);
}

api::Response createSequence(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    NewEntity sequence = newEntity(Kind::Sequence, request, input);
    if (!sequence.description) sequence.description = "";
    sequence.data = emptyWhenNull(std::move(sequence.data));
    sequence.parentId = episodeOf(writing, sequence.projectId, input);
    return api::json(makeEntity(writing, sequence).entity, 201);
}

api::Response createShot(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    NewEntity shot = newEntity(Kind::Shot, request, input);
    shot.frameCount = input.integer("nb_frames");
    shot.parentId = parentOf(writing, shot.projectId, input.requiredId("sequence_id"), Kind::Sequence);
    const KnownEntity sequence = getEntity(writing.database, *shot.parentId);
    if (!sequence.parentId.empty()) shot.episodeId = sequence.parentId;
    return api::json(makeEntity(writing, shot).entity, 201);
}

api::Response createScene(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    NewEntity scene = newEntity(Kind::Scene, request, input);
    scene.data = emptyWhenNull(std::move(scene.data));
    scene.parentId = parentOf(writing, scene.projectId, input.requiredId("sequence_id"), Kind::Sequence);
    return api::json(makeEntity(writing, scene).entity, 201);
}

api::Response createEpisode(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    NewEntity episode = newEntity(Kind::Episode, request, input);
    if (!episode.description) episode.description = "";
    episode.data = emptyWhenNull(std::move(episode.data));
    if (const auto status = input.text("status"); status && !status->empty()) episode.status = *status;
    return api::json(makeEntity(writing, episode).entity, 201);
}

api::Response createEdit(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    NewEntity edit = newEntity(Kind::Edit, request, input);
    edit.parentId = episodeOf(writing, edit.projectId, input);
    edit.episodeId = edit.parentId;
    edit.tellsParent = true;
    return api::json(makeEntity(writing, edit).entity, 201);
}

api::Response createConcept(api::Writing &writing, api::Request &request)
{
    const EntityInput input(request.anyObject());
    const NewEntity concept_ = newEntity(Kind::Concept, request, input);
    std::vector<std::string> linked;
    for (const std::string &id : input.texts("entity_concept_links")) {
        if (!api::isUuid(id)) throw api::notFound("The entity " + id);
        const auto entity = findEntity(writing.database, id);
        if (entity && entity->projectId == concept_.projectId) linked.push_back(entity->id);
    }
    MadeEntity made = makeEntity(writing, concept_);
    const schema::Relation &relation = *schema::table("entity").relation("entity_concept_links");
    if (made.isNew) records::setRelation(writing, relation, made.entity["id"], linked);
    made.entity["entity_concept_links"] = records::relationIds(writing.database, relation, made.entity["id"]);
    return api::json(made.entity, 201);
}

} // namespace callboard::entities
