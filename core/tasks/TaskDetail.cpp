// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/TaskDetail.h"

#include "core/entities/EntityJson.h"
#include "core/people/PersonJson.h"
#include "core/records/Record.h"
#include "core/records/Removal.h"
#include "core/tasks/Task.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;
using people::PersonForm;

/// A list of rows that belong to the tasks of a production.
Response listOf(Reading &reading, const Request &request, std::string table, std::string from)
{
    return api::stream([&reading, table = std::move(table), from = std::move(from),
                           projectId = request.pathId("project_id")](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of(table);
        auto rows = reading.database.query("SELECT " + shape.columns() + " FROM " + from + " WHERE task.project_id = ?"
                " ORDER BY " + table + ".created_at DESC, " + table + ".id",
            projectId);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

/// Notifications tell their kind as notification_type: "type" is the model's name.
void writeNotification(api::JsonWriter &writer, const store::Rows &rows)
{
    static const auto shape = records::RowShape::of("notification").without({"type"});
    writer.beginObject();
    shape.writeMembers(writer, rows);
    writer.key("type").plainString("Notification");
    writer.key("notification_type").string(rows.text(shape.size()));
    writer.endObject();
}

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
    records::removeTasks(writing, "id", taskId);
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
    task["is_subscribed"]
        = database.query("SELECT 1 FROM subscription WHERE person_id = ? AND task_id = ?", reading.caller.id, taskId).next();
    task["persons"] = personsOf(reading, taskId);
    task["project"] = related("project", "project_id");
    task["task_status"] = related("task_status", "task_status_id");
    task["task_type"] = related("task_type", "task_type_id");
    task["assigner"] = Json();
    if (task["assigner_id"].is_string())
        if (auto person = people::findPerson(database, task["assigner_id"].get<std::string>(), PersonForm::WithDepartments))
            task["assigner"] = withoutSalary(reading, std::move(*person));
    addParents(reading, task, entity);
    return api::json(task);
}

Response listProjectTasks(Reading &reading, const Request &request)
{
    std::vector<store::Value> bound{request.pathId("project_id")};
    std::string condition = "task.project_id = ?";
    if (const auto type = request.query.find("task_type_id"); type && api::isUuid(*type)) {
        condition += " AND task.task_type_id = ?";
        bound.emplace_back(std::string(*type));
    }
    if (reading.caller.isVendor()) {
        condition += " AND EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)";
        bound.emplace_back(reading.caller.id);
    }
    return api::stream([&reading, condition, bound](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("task");
        const auto assignees = "(SELECT " + store::fragment::jsonArray(reading.database.dialect(), "person_id")
            + " FROM task_person_link WHERE task_person_link.task_id = task.id)";
        auto rows = reading.database.run("SELECT " + shape.columns() + ", " + assignees + " FROM task WHERE " + condition
                + " ORDER BY task.updated_at DESC, task.id",
            bound);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.key("type").plainString("Task");
            writer.key("assignees").raw(rows.text(shape.size()));
            writer.endObject();
        }
        writer.endArray();
    });
}

Response listProjectComments(Reading &reading, const Request &request)
{
    return listOf(reading, request, "comment", "comment JOIN task ON task.id = comment.object_id");
}

Response listProjectNotifications(Reading &reading, const Request &request)
{
    return api::stream([&reading, projectId = request.pathId("project_id")](api::JsonWriter &writer) {
        static const auto shape = records::RowShape::of("notification").without({"type"});
        auto rows = reading.database.query("SELECT " + shape.columns()
                + ", notification.type FROM notification JOIN task ON task.id = notification.task_id"
                  " WHERE task.project_id = ? ORDER BY notification.created_at DESC, notification.id",
            projectId);
        writer.beginArray();
        while (rows.next()) writeNotification(writer, rows);
        writer.endArray();
    });
}

Response listProjectSubscriptions(Reading &reading, const Request &request)
{
    return api::stream([&reading, projectId = request.pathId("project_id")](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("subscription");
        auto rows = reading.database.query("SELECT " + shape.columns()
                + " FROM subscription JOIN task ON task.id = subscription.task_id"
                  " WHERE task.project_id = ? ORDER BY subscription.created_at DESC, subscription.id",
            projectId);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

Response deleteTasks(Writing &writing, Request &request)
{
    const auto projectId = request.pathId("project_id");
    Json deleted = Json::array();
    // The answer repeats what was asked for; what is not of this production stays as it is.
    for (const auto &id : identifiersIn(request.json())) {
        const bool isHere
            = writing.database.query("SELECT 1 FROM task WHERE id = ? AND project_id = ?", id, projectId).next();
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
    for (auto rows = writing.database.query("SELECT id FROM task WHERE project_id = ? AND task_type_id = ?",
             request.pathId("project_id"), typeId);
         rows.next();)
        ids.push_back(rows.string(0));
    for (const auto &id : ids) removeTask(writing, id);
    return api::noContent();
}

} // namespace callboard::tasks
