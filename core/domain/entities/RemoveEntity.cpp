// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/RemoveEntity.h"

#include "core/access/Rules.h"
#include "core/domain/entities/EntityJson.h"
#include "core/records/Record.h"
#include "core/records/Removal.h"

namespace callboard::entities {

namespace {

bool any(api::Writing &writing, const std::string &sql, const std::string &id)
{
    return writing.database.query(sql, id).next();
}

bool hasTasks(api::Writing &writing, const std::string &id)
{
    return any(writing, "SELECT 1 FROM task WHERE entity_id = ?", id);
}

/// Shots of a sequence, sequences and assets of an episode.
bool hasContent(api::Writing &writing, const KnownEntity &entity)
{
    if (entity.kind != Kind::Sequence && entity.kind != Kind::Episode) return false;
    return any(writing, "SELECT 1 FROM entity WHERE parent_id = ?", entity.id)
        || any(writing, "SELECT 1 FROM entity WHERE source_id = ? AND " + isAssetType("entity_type_id"), entity.id);
}

/// A scene is held by the shots that were made from it.
bool isHeld(api::Writing &writing, const KnownEntity &entity)
{
    return entity.kind == Kind::Scene && any(writing, "SELECT 1 FROM entity WHERE source_id = ?", entity.id);
}

void cancel(api::Writing &writing, const KnownEntity &entity)
{
    records::update(writing, "entity", entity.id, {{"canceled", true}});
    if (entity.kind != Kind::Scene) {
        tellEntity(writing, entity, "update");
        return;
    }
    // Clients know a cancelled scene by this event, which names nobody.
    api::Event event;
    event.name = "scene:delete";
    event.payload = {{"scene_id", entity.id}, {"project_id", entity.projectId}};
    event.projectId = entity.projectId;
    event.hasAuthor = false;
    writing.tell(std::move(event));
}

/// The entity and all below it: the entities themselves first.
std::vector<KnownEntity> withAllBelow(api::Writing &writing, const KnownEntity &entity)
{
    std::vector<std::string> ids;
    auto rows = writing.database.query("WITH RECURSIVE doomed(id) AS (SELECT entity.id FROM entity WHERE entity.id = ?"
                                       " UNION SELECT entity.id FROM entity JOIN doomed ON entity.parent_id = doomed.id"
                                       " OR (entity.source_id = doomed.id AND "
            + isAssetType("entity.entity_type_id") + ")) SELECT id FROM doomed",
        entity.id);
    while (rows.next()) ids.push_back(rows.string(0));
    std::vector<KnownEntity> doomed;
    for (const std::string &id : ids) doomed.push_back(getEntity(writing.database, id));
    return doomed;
}

void tellTasks(api::Writing &writing, const KnownEntity &entity)
{
    auto rows = writing.database.query("SELECT id, task_type_id FROM task WHERE entity_id = ?", entity.id);
    while (rows.next())
        writing.tell("task:delete",
            {{"task_id", rows.string(0)}, {"task_type_id", rows.string(1)}, {"entity_id", entity.id}},
            entity.projectId);
}

} // namespace

bool isInUse(api::Writing &writing, const KnownEntity &entity)
{
    return hasTasks(writing, entity.id) || hasContent(writing, entity) || isHeld(writing, entity);
}

void removeWithContent(api::Writing &writing, const KnownEntity &entity)
{
    const auto doomed = withAllBelow(writing, entity);
    std::vector<store::Value> ids;
    for (const KnownEntity &one : doomed) {
        tellTasks(writing, one);
        ids.emplace_back(one.id);
    }
    records::removeWithTraces(writing, "entity", "id IN (" + store::placeholders(ids.size()) + ")", ids);
    // What lay below goes first, as it is told.
    for (auto one = doomed.rbegin(); one != doomed.rend(); ++one) tellEntity(writing, *one, "delete");
}

api::Response removeEntity(api::Writing &writing, api::Request &request)
{
    const auto entity = getEntity(writing.database, request.pathId(request.pathValues.front().first));
    const bool isForced = request.isSwitchedOn("force");
    if (!isForced && hasContent(writing, entity))
        throw api::badRequest("The " + std::string(eventNameOf(entity.kind)) + " is not empty.", {{"error", true}});
    if (!isForced && (hasTasks(writing, entity.id) || isHeld(writing, entity)))
        cancel(writing, entity);
    else
        removeWithContent(writing, entity);
    return api::noContent();
}

api::Response removeEntityRecord(api::Writing &writing, api::Request &request)
{
    const auto entity = getEntity(writing.database, request.pathId("instance_id"));
    const bool isForced = request.isSwitchedOn("force");
    if (!isForced && isInUse(writing, entity)) throw api::badRequest("The entity is in use.");
    removeWithContent(writing, entity);
    return api::noContent();
}

} // namespace callboard::entities
