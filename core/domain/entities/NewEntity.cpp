// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/NewEntity.h"

#include "core/domain/entities/EntityJson.h"
#include "core/records/Record.h"

namespace callboard::entities {

namespace {

constexpr std::size_t longestName = 160; // characters

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
}

void check(const NewEntity &input)
{
    if (characterCount(input.name) > longestName)
        throw api::badRequest("The name is longer than " + std::to_string(longestName) + " characters.");
    const auto &choices = schema::table("entity").field("status")->choices;
    if (std::find(choices.begin(), choices.end(), input.status) == choices.end())
        throw api::badRequest("The status " + input.status + " is unknown.");
}

Json orNull(const auto &value)
{
    return value ? Json(*value) : Json();
}

} // namespace

void tellNewEntity(api::Writing &writing, const NewEntity &input, const std::string &id)
{
    Json payload = Json::object();
    if (input.kind == Kind::Asset) payload["asset_type"] = input.typeId;
    if (input.tellsParent)
        payload["parent_id"] = orNull(input.parentId);
    else if (input.tellsEpisode && (input.kind == Kind::Shot || input.kind == Kind::Edit))
        payload["episode_id"] = orNull(input.episodeId);
    KnownEntity entity;
    entity.id = id;
    entity.kind = input.kind;
    entity.projectId = input.projectId;
    tellEntity(writing, entity, "new", std::move(payload));
}

Json newEntityColumns(const api::Writing &writing, const NewEntity &input, const std::string &typeId)
{
    check(input);
    return {{"name", input.name}, {"description", orNull(input.description)}, {"project_id", input.projectId},
        {"entity_type_id", typeId}, {"parent_id", orNull(input.parentId)}, {"source_id", orNull(input.sourceId)},
        {"nb_frames", orNull(input.frameCount)}, {"status", input.status}, {"is_shared", input.isShared},
        {"data", input.data}, {"created_by", writing.caller.id.empty() ? Json() : Json(writing.caller.id)}};
}

std::optional<std::string> entityNamed(store::Connection &database, const std::string &projectId,
    const std::string &typeId, const std::optional<std::string> &parentId, const std::string &name)
{
    const std::string base = "SELECT id FROM entity WHERE project_id = ? AND entity_type_id = ? AND name = ?";
    auto rows = parentId ? database.query(base + " AND parent_id = ?", projectId, typeId, name, *parentId)
                         : database.query(base + " AND parent_id IS NULL", projectId, typeId, name);
    return rows.next() ? std::optional(rows.string(0)) : std::nullopt;
}

MadeEntity makeEntity(api::Writing &writing, const NewEntity &input)
{
    check(input);
    ensureAllTypes(writing);
    const std::string typeId = input.kind == Kind::Asset ? input.typeId : ensureType(writing, input.kind);
    if (input.kind != Kind::Asset) {
        if (const auto id = entityNamed(writing.database, input.projectId, typeId, input.parentId, input.name)) {
            MadeEntity made{records::get(writing.database, "entity", *id), false};
            made.entity["type"] = nameOf(input.kind);
            return made;
        }
    }
    MadeEntity made;
    made.entity = records::insert(writing, "entity", newEntityColumns(writing, input, typeId));
    made.entity["type"] = nameOf(input.kind);
    tellNewEntity(writing, input, made.entity["id"]);
    return made;
}

} // namespace callboard::entities
