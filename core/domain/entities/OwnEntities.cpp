// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/OwnEntities.h"

#include "core/access/Rules.h"
#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/EntityReads.h"
#include "core/domain/entities/EntityTasks.h"
#include "core/records/Record.h"
#include "core/store/schema/OpenStatus.h"

namespace callboard::entities {

namespace {

/// FROM and WHERE of the caller's tasks in open productions: binds the person.
const std::string ownTasks =
    " FROM task JOIN task_person_link own ON own.task_id = task.id JOIN project_person_link team"
    " ON team.project_id = task.project_id AND team.person_id = own.person_id"
    " JOIN entity worked ON worked.id = task.entity_id JOIN project ON project.id = task.project_id"
    " JOIN project_status ON project_status.id = project.project_status_id AND project_status.name IN "
    + schema::openStatuses + " WHERE own.person_id = ? ";

std::string inOwnTasks(const std::string &column, const std::string &wanted, const std::string &more)
{
    return column + " IN (SELECT " + wanted + ownTasks + more + ")";
}

api::Response entitiesWhere(api::Reading &reading, const std::string &condition, std::vector<store::Value> values)
{
    return entityList(reading,
        "SELECT " + entityShape().columns() + " FROM entity WHERE " + condition + " ORDER BY entity.name, entity.id",
        std::move(values));
}

/// The kind that a path value names: {shot_id}.
Kind kindNamed(std::string_view parameter)
{
    for (const Kind kind : {Kind::Asset, Kind::Shot, Kind::Scene, Kind::Sequence})
        if (parameter == std::string(eventNameOf(kind)) + "_id") return kind;
    throw std::logic_error("no entity is named by " + std::string(parameter));
}

/// The entity of the path; 404 when there is none, or it is of another kind.
std::string entityOf(api::Reading &reading, const api::Request &request)
{
    const auto &parameter = request.pathValues.front().first;
    return getEntity(reading.database, request.pathId(parameter), kindNamed(parameter)).id;
}

std::string projectOf(api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId("project_id");
    if (!records::exists(reading.database, "project", id)) throw api::notFound("The production");
    return id;
}

std::string assetTypeOf(api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId("asset_type_id");
    if (!reading.database.query("SELECT 1 FROM entity_type WHERE id = ? AND " + isAssetType("id"), id).next())
        throw api::notFound("The asset type");
    return id;
}

api::Response ownTasksOfEntity(api::Reading &reading, const api::Request &request)
{
    return bareTaskList(reading, inOwnTasks("task.id", "task.id", "AND worked.id = ?"),
        {reading.caller.id, entityOf(reading, request)});
}

api::Response ownTaskTypesOfEntity(api::Reading &reading, const api::Request &request)
{
    return taskTypeList(reading, inOwnTasks("task_type.id", "task.task_type_id", "AND worked.id = ?"),
        {reading.caller.id, entityOf(reading, request)});
}

api::Response ownAssetTypes(api::Reading &reading, const api::Request &request)
{
    return assetTypeList(reading, inOwnTasks("entity_type.id", "worked.entity_type_id", "AND task.project_id = ?"),
        {reading.caller.id, projectOf(reading, request)});
}

api::Response ownAssets(api::Reading &reading, const api::Request &request)
{
    return entitiesWhere(reading,
        inOwnTasks("entity.id", "worked.id", "AND task.project_id = ?") + " AND entity.entity_type_id = ?",
        {reading.caller.id, projectOf(reading, request), assetTypeOf(reading, request)});
}

api::Response ownSequences(api::Reading &reading, const api::Request &request)
{
    return entitiesWhere(reading,
        "entity.entity_type_id = " + typeOf(Kind::Sequence) + " AND (" + inOwnTasks("entity.id", "worked.id", "")
            + " OR " + inOwnTasks("entity.id", "worked.parent_id", "") + ") AND entity.project_id = ?",
        {reading.caller.id, reading.caller.id, projectOf(reading, request)});
}

api::Response ownEpisodes(api::Reading &reading, const api::Request &request)
{
    return entitiesWhere(reading,
        "entity.entity_type_id = " + typeOf(Kind::Episode) + " AND (" + inOwnTasks("entity.id", "worked.id", "")
            + " OR " + inOwnTasks("entity.id", "worked.parent_id", "")
            + " OR entity.id IN (SELECT above.parent_id"
              " FROM entity above WHERE "
            + inOwnTasks("above.id", "worked.parent_id", "") + ")) AND entity.project_id = ?",
        {reading.caller.id, reading.caller.id, reading.caller.id, projectOf(reading, request)});
}

api::Response ownBelowSequence(api::Reading &reading, const api::Request &request, Kind kind)
{
    return entitiesWhere(reading,
        "entity.entity_type_id = " + typeOf(kind) + " AND entity.parent_id = ? AND "
            + inOwnTasks("entity.id", "worked.id", ""),
        {entityOf(reading, request), reading.caller.id});
}

api::Response ownShots(api::Reading &reading, const api::Request &request)
{
    return ownBelowSequence(reading, request, Kind::Shot);
}

api::Response ownScenes(api::Reading &reading, const api::Request &request)
{
    return ownBelowSequence(reading, request, Kind::Scene);
}

} // namespace

api::Routes ownEntityRoutes()
{
    using api::Verb;
    const auto everyone = access::signedIn();
    return {
        {Verb::Get, "/data/user/assets/{asset_id}/tasks", everyone, ownTasksOfEntity},
        {Verb::Get, "/data/user/assets/{asset_id}/task-types", everyone, ownTaskTypesOfEntity},
        {Verb::Get, "/data/user/shots/{shot_id}/tasks", everyone, ownTasksOfEntity},
        {Verb::Get, "/data/user/shots/{shot_id}/task-types", everyone, ownTaskTypesOfEntity},
        {Verb::Get, "/data/user/scenes/{scene_id}/tasks", everyone, ownTasksOfEntity},
        {Verb::Get, "/data/user/scenes/{scene_id}/task-types", everyone, ownTaskTypesOfEntity},
        {Verb::Get, "/data/user/sequences/{sequence_id}/tasks", everyone, ownTasksOfEntity},
        {Verb::Get, "/data/user/sequences/{sequence_id}/task-types", everyone, ownTaskTypesOfEntity},
        {Verb::Get, "/data/user/sequences/{sequence_id}/shots", everyone, ownShots},
        {Verb::Get, "/data/user/sequences/{sequence_id}/scenes", everyone, ownScenes},
        {Verb::Get, "/data/user/projects/{project_id}/asset-types", everyone, ownAssetTypes},
        {Verb::Get, "/data/user/projects/{project_id}/asset-types/{asset_type_id}/assets", everyone, ownAssets},
        {Verb::Get, "/data/user/projects/{project_id}/sequences", everyone, ownSequences},
        {Verb::Get, "/data/user/projects/{project_id}/episodes", everyone, ownEpisodes},
    };
}

} // namespace callboard::entities
