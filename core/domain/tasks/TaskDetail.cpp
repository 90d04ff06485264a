// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskDetail.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/people/PersonJson.h"
#include "core/records/Record.h"
#include "core/records/Removal.h"
#include "core/domain/tasks/Task.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;
using people::PersonForm;

/// What somebody earns is told to managers and administrators alone.
Json withoutSalary(const Reading &reading, Json person)
{
    if (!reading.caller.isAdmin() && !reading.caller.isManager()) person.erase("daily_salary");
    return person;
}

Json personsOf(Reading &reading, const std::string &taskId)
{
    Json persons = Json::array();
    const auto columns = people::personColumns(reading.database.dialect(), PersonForm::WithDepartments);
    auto rows = reading.database.query("SELECT " + columns
            + " FROM task_person_link JOIN person ON person.id = task_person_link.person_id"
              " WHERE task_person_link.task_id = ? ORDER BY person.first_name, person.last_name, person.id",
        taskId);
    while (rows.next())
        persons.push_back(withoutSalary(reading, people::personJson(rows, PersonForm::WithDepartments)));
    return persons;
}

/// Sequence and episode of a shot, by the kinds of the entities above it; a sequence is its own.
void addParents(Reading &reading, Json &task, const Json &entity)
{
    if (task["entity_type"]["name"] == "Sequence") task["sequence"] = entity;
    Json parentId = entity["parent_id"];
    while (parentId.is_string()) {
        auto parent = records::find(reading.database, "entity", parentId.get<std::string>());
        if (!parent) return;
        entities::nameType(*parent, reading.database);
        if ((*parent)["type"] == "Sequence") task["sequence"] = *parent;
        if ((*parent)["type"] == "Episode") task["episode"] = *parent;
        parentId = (*parent)["parent_id"];
    }
    if (!task.contains("episode") && entity["source_id"].is_string())
        if (auto episode = records::find(reading.database, "entity", entity["source_id"].get<std::string>())) {
            entities::nameType(*episode, reading.database);
            task["episode"] = std::move(*episode);
        }
}

void removeTask(Writing &writing, const std::string &taskId)
{
    const Json task = records::get(writing.database, "task", taskId);
    records::removeWithTraces(writing, "task", "id = ?", {taskId});
    writing.tell("task:delete",
        {{"task_id", taskId}, {"entity_id", task["entity_id"]}, {"task_type_id", task["task_type_id"]}},
        task["project_id"].get<std::string>());
}

} // namespace

Response readFullTask(Reading &reading, const Request &request)
{
    Json task = taskWithAssignees(reading, request.pathId("task_id"));
    auto &database = reading.database;
    const auto related = [&](const char *table, const char *column) {
        return task[column].is_string() ? records::get(database, table, task[column].get<std::string>()) : Json();
    };
    const auto taskId = task["id"].get<std::string>();
    const Json entity = related("entity", "entity_id");
    task["entity"] = entity;
    task["entity_type"] = records::get(database, "entity_type", entity["entity_type_id"].get<std::string>());
    task["is_subscribed"] =
        database.query("SELECT 1 FROM subscription WHERE person_id = ? AND task_id = ?", reading.caller.id, taskId)
            .next();
    task["persons"] = personsOf(reading, taskId);
    task["project"] = related("project", "project_id");
    task["task_status"] = related("task_status", "task_status_id");
    task["task_type"] = related("task_type", "task_type_id");
    if (task["assigner_id"].is_string())
        if (auto person =
                people::findPerson(database, task["assigner_id"].get<std::string>(), PersonForm::WithDepartments))
            task["assigner"] = withoutSalary(reading, std::move(*person));
    addParents(reading, task, entity);
    return api::json(task);
}

Response deleteTasks(Writing &writing, Request &request)
{
    const auto projectId = request.pathId("project_id");
    Json deleted = Json::array();
    // The answer repeats what was asked for; what is not of this production stays as it is.
    for (const auto &id : identifiersIn(request.json())) {
        const bool isHere =
            writing.database.query("SELECT 1 FROM task WHERE id = ? AND project_id = ?", id, projectId).next();
        if (isHere) removeTask(writing, id);
        deleted.push_back(id);
    }
    return api::json(deleted);
}

Response deleteTasksOfType(Writing &writing, Request &request)
{
    const auto typeId = request.pathId("task_type_id");
    records::get(writing.database, "project", request.pathId("project_id"));
    records::get(writing.database, "task_type", typeId);
    std::vector<std::string> ids;
    for (auto rows = writing.database.query(
             "SELECT task.id FROM task LEFT JOIN entity ON entity.id = task.entity_id WHERE task.project_id = ?"
             " AND task.task_type_id = ? ORDER BY entity.name, task.created_at, task.id",
             request.pathId("project_id"), typeId);
         rows.next();)
        ids.push_back(rows.string(0));
    for (const auto &id : ids) removeTask(writing, id);
    return api::noContent();
}

} // namespace callboard::tasks
