// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/CreateTasks.h"

#include "core/domain/tasks/Task.h"
#include "core/records/Record.h"

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::Writing;

/// What is neither of these is an asset.
constexpr std::string_view entityKinds = "'Shot', 'Sequence', 'Scene', 'Episode', 'Edit', 'Concept'";

std::string kindCondition(const std::string &kind)
{
    return kind == "Asset" ? "entity_type.name NOT IN (" + std::string(entityKinds) + ")"
                           : "entity_type.name = '" + kind + "'";
}

/// The entities of the list that are of that kind and in the production; 404 when one is no such entity.
std::vector<std::string> namedEntities(
    Writing &writing, const std::string &projectId, const std::string &kind, const std::vector<std::string> &ids)
{
    std::vector<store::Value> bound(ids.begin(), ids.end());
    std::map<std::string, std::string> projects;
    auto rows = writing.database.run("SELECT entity.id, entity.project_id FROM entity"
                                     " JOIN entity_type ON entity_type.id = entity.entity_type_id WHERE "
            + kindCondition(kind) + " AND entity.id IN (" + store::placeholders(ids.size()) + ")",
        bound);
    while (rows.next()) projects.emplace(rows.string(0), rows.string(1));
    std::vector<std::string> own;
    for (const auto &id : ids) {
        const auto found = projects.find(id);
        if (found == projects.end()) throw api::notFound("The " + kind + " " + id);
        if (found->second == projectId) own.push_back(id);
    }
    return own;
}

/// An identifier that the query narrows by; 400 when it is none, because all would be meant then.
std::optional<std::string> narrowedBy(const Request &request, const char *name)
{
    const auto word = request.query.find(name);
    if (!word) return std::nullopt;
    if (!api::isUuid(*word)) throw api::badRequest(std::string(name) + " must be an identifier.");
    return std::string(*word);
}

/// The episode; pages of all episodes name none, or "all".
std::optional<std::string> episodeIn(const Request &request)
{
    const auto word = request.query.find("episode_id");
    if (word && (word->empty() || *word == "all" || *word == "main")) return std::nullopt;
    return narrowedBy(request, "episode_id");
}

/// All entities of that kind in the production that are not cancelled; of one episode or type when asked.
std::vector<std::string> allEntities(
    Writing &writing, const Request &request, const std::string &projectId, const std::string &kind)
{
    std::vector<store::Value> bound{projectId};
    std::string sql = "SELECT entity.id FROM entity JOIN entity_type ON entity_type.id = entity.entity_type_id"
                      " LEFT JOIN entity parent ON parent.id = entity.parent_id"
                      " WHERE entity.project_id = ? AND NOT entity.canceled AND "
        + kindCondition(kind);
    if (const auto episode = episodeIn(request)) {
        sql += kind == "Asset" ? " AND entity.source_id = ?" : " AND (entity.parent_id = ? OR parent.parent_id = ?)";
        bound.insert(bound.end(), kind == "Asset" ? 1 : 2, store::Value(*episode));
    }
    if (const auto type = narrowedBy(request, "entity_type_id")) {
        sql += " AND entity.entity_type_id = ?";
        bound.emplace_back(*type);
    }
    std::vector<std::string> ids;
    // Clients hear of new tasks in this order.
    const std::string order = kind == "Asset" ? "entity.created_at, entity.id" : "entity.name, entity.id";
    auto rows = writing.database.run(sql + " ORDER BY " + order, bound);
    while (rows.next()) ids.push_back(rows.string(0));
    return ids;
}

/// The entities that the body names; none where it is empty or an empty object, as pages send it.
std::vector<std::string> namedInBody(const Request &request)
{
    if (request.body.empty()) return {};
    const Json body = request.json();
    if (body.is_object() && body.empty()) return {};
    auto ids = identifiersIn(body);
    // What is left out must not leave an empty list, which means all.
    if (ids.size() != body.size()) throw api::badRequest("The list has what is no identifier.");
    return ids;
}

/// What the tasks are made for: the entities of the body's list, that of ?id=, both narrowed by each other, else all.
std::vector<std::string> entitiesAsked(
    Writing &writing, const Request &request, const std::string &projectId, const std::string &kind)
{
    auto named = namedInBody(request);
    if (const auto id = narrowedBy(request, "id")) {
        if (named.empty()) named.push_back(*id);
        std::erase_if(named, [&](const std::string &other) { return other != *id; });
        if (named.empty()) return {};
        return namedEntities(writing, projectId, kind, named);
    }
    return named.empty() ? allEntities(writing, request, projectId, kind)
                         : namedEntities(writing, projectId, kind, named);
}

std::vector<std::string> withoutTask(
    Writing &writing, const std::string &projectId, const std::string &taskTypeId, std::vector<std::string> ids)
{
    std::set<std::string> taken;
    auto rows = writing.database.query(
        "SELECT entity_id FROM task WHERE project_id = ? AND task_type_id = ?", projectId, taskTypeId);
    while (rows.next()) taken.insert(rows.string(0));
    std::erase_if(ids, [&](const std::string &id) { return !taken.insert(id).second; });
    return ids;
}

/// As told after making: with what a row of the spreadsheet shows.
Json toldTasks(Writing &writing, const std::vector<std::string> &ids)
{
    Json tasks = tasksWithAssignees(writing, ids);
    if (tasks.empty()) return tasks;
    auto rows = writing.database.query(
        "SELECT task_status.name, task_status.short_name, task_status.color, task_type.name, task_type.color,"
        " task_type.priority FROM task_status, task_type WHERE task_status.id = ? AND task_type.id = ?",
        tasks[0]["task_status_id"].get<std::string>(), tasks[0]["task_type_id"].get<std::string>());
    if (!rows.next()) throw std::logic_error("A task without status and type was made.");
    for (Json &task : tasks) {
        task["task_status_name"] = rows.string(0);
        task["task_status_short_name"] = rows.string(1);
        task["task_status_color"] = rows.string(2);
        task["task_type_name"] = rows.string(3);
        task["task_type_color"] = rows.string(4);
        task["task_type_priority"] = rows.isNull(5) ? Json() : Json(rows.integer(5));
    }
    return tasks;
}

Response createTasks(Writing &writing, Request &request, const std::string &kind)
{
    const auto projectId = request.pathId("project_id");
    const auto taskTypeId = request.pathId("task_type_id");
    records::get(writing.database, "task_type", taskTypeId);
    const auto entities = withoutTask(writing, projectId, taskTypeId, entitiesAsked(writing, request, projectId, kind));
    const auto statusId = defaultStatusId(writing, kind == "Concept");
    std::vector<std::string> made;
    for (const auto &entity : entities) {
        made.push_back(writing.newId());
        makeTask(writing, made.back(), projectId, taskTypeId, entity, statusId);
    }
    return api::json(toldTasks(writing, made), 201);
}

} // namespace

void makeTask(Writing &writing, const std::string &id, const std::string &projectId, const std::string &taskTypeId,
    const std::string &entityId, const std::string &statusId)
{
    records::insert(writing, "task", newTaskColumns(writing, id, projectId, taskTypeId, entityId, statusId));
    writing.tell("task:new", {{"task_id", id}}, projectId);
}

Json newTaskColumns(const Writing &writing, const std::string &id, const std::string &projectId,
    const std::string &taskTypeId, const std::string &entityId, const std::string &statusId)
{
    return {{"id", id}, {"name", "main"}, {"project_id", projectId}, {"task_type_id", taskTypeId},
        {"task_status_id", statusId}, {"entity_id", entityId}, {"assigner_id", writing.caller.id}};
}

Response createShotTasks(Writing &writing, Request &request)
{
    return createTasks(writing, request, "Shot");
}

Response createAssetTasks(Writing &writing, Request &request)
{
    return createTasks(writing, request, "Asset");
}

Response createEditTasks(Writing &writing, Request &request)
{
    return createTasks(writing, request, "Edit");
}

Response createConceptTasks(Writing &writing, Request &request)
{
    return createTasks(writing, request, "Concept");
}

Response createTasksOfType(Writing &writing, Request &request)
{
    std::string kind(request.pathValue("entity_type"));
    if (!kind.empty()) kind[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(kind[0])));
    static const std::set<std::string> known{"Asset", "Shot", "Edit", "Concept", "Episode", "Sequence", "Scene"};
    if (!known.contains(kind)) throw api::notFound("The entity type " + kind);
    return createTasks(writing, request, kind);
}

} // namespace callboard::tasks
