// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Task.h"

#include "core/records/Record.h"

#include <charconv>

namespace callboard::tasks {

namespace {

const std::string statusColumns = "task_status.id, task_status.is_done, task_status.is_retake,"
                                  " task_status.is_feedback_request, task_status.is_wip,"
                                  " task_status.is_artist_allowed, task_status.is_client_allowed";

Status statusFrom(const store::Rows &rows, int first)
{
    return {rows.string(first), rows.boolean(first + 1), rows.boolean(first + 2), rows.boolean(first + 3),
        rows.boolean(first + 4), rows.boolean(first + 5), rows.boolean(first + 6)};
}

/// A limit is written as a number or as text, in the entity's metadata.
std::int64_t limitIn(std::string_view text)
{
    std::int64_t limit = 0;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    return limit;
}

} // namespace

Task readTask(api::Reading &reading, const std::string &id)
{
    const auto limit = store::fragment::jsonMember(reading.database.dialect(), "entity.data", "max_retakes");
    auto rows = reading.database.query("SELECT task.id, task.project_id, task.entity_id, entity.parent_id,"
                                       " task.task_type_id, task_type.name, task.retake_count, task.real_start_date,"
                                       " project.max_retakes, "
            + limit + ", " + statusColumns + ", entity_type.name"
            + " FROM task LEFT JOIN entity ON entity.id = task.entity_id"
              " LEFT JOIN entity_type ON entity_type.id = entity.entity_type_id"
              " LEFT JOIN task_type ON task_type.id = task.task_type_id"
              " LEFT JOIN task_status ON task_status.id = task.task_status_id"
              " LEFT JOIN project ON project.id = task.project_id WHERE task.id = ?",
        id);
    if (!rows.next()) throw api::notFound("The task");
    Task task{rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5),
        statusFrom(rows, 10), rows.integer(6), !rows.isNull(7), limitIn(rows.text(9)), rows.text(17) == "Concept"};
    if (task.retakeLimit <= 0) task.retakeLimit = rows.integer(8);
    return task;
}

Status readStatus(api::Reading &reading, const std::string &id)
{
    if (!api::isUuid(id)) throw api::notFound("The task status");
    auto rows = reading.database.query("SELECT " + statusColumns + " FROM task_status WHERE id = ?", id);
    if (!rows.next()) throw api::notFound("The task status");
    return statusFrom(rows, 0);
}

std::string defaultStatusId(api::Reading &reading, bool forConcept)
{
    auto rows = reading.database.query(
        "SELECT id FROM task_status WHERE is_default = TRUE AND for_concept = ? ORDER BY created_at LIMIT 1",
        forConcept);
    if (!rows.next()) throw api::badRequest("The studio has no default status for new tasks.");
    return rows.string(0);
}

Json tasksWithAssignees(api::Reading &reading, const std::vector<std::string> &ids)
{
    Json tasks = Json::array();
    if (ids.empty()) return tasks;
    std::vector<store::Value> bound(ids.begin(), ids.end());
    const auto places = store::placeholders(ids.size());
    std::map<std::string, Json> assignees;
    auto links = reading.database.run(
        "SELECT task_id, person_id FROM task_person_link WHERE task_id IN (" + places + ") ORDER BY person_id", bound);
    while (links.next()) assignees[links.string(0)].push_back(links.string(1));

    const auto &shape = records::RowShape::of("task");
    std::map<std::string, Json> found;
    auto rows = reading.database.run("SELECT " + shape.columns() + " FROM task WHERE id IN (" + places + ")", bound);
    while (rows.next()) {
        Json task = shape.toJson(rows);
        const auto id = task["id"].get<std::string>();
        task["assignees"] = assignees.contains(id) ? assignees[id] : Json::array();
        found.emplace(id, std::move(task));
    }
    for (const std::string &id : ids)
        if (const auto task = found.find(id); task != found.end()) tasks.push_back(task->second);
    return tasks;
}

Json taskWithAssignees(api::Reading &reading, const std::string &id)
{
    Json tasks = tasksWithAssignees(reading, {id});
    if (tasks.empty()) throw api::notFound("The task");
    return std::move(tasks[0]);
}

std::vector<std::string> identifiersIn(const Json &list)
{
    if (!list.is_array()) throw api::badRequest("A list of identifiers is needed.");
    std::vector<std::string> ids;
    for (const Json &item : list) {
        if (!item.is_string()) throw api::badRequest("An identifier must be text.");
        auto id = item.get<std::string>();
        if (api::isUuid(id)) ids.push_back(std::move(id));
    }
    return ids;
}

} // namespace callboard::tasks
