// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/ProjectTasks.h"

#include "core/records/Filters.h"
#include "core/records/Paging.h"
#include "core/records/Record.h"

namespace callboard::tasks {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using records::Condition;
using records::RowShape;
using WriteRow = std::function<void(api::JsonWriter &, const store::Rows &)>;

/// Rows of `table` by a condition that begins with the production of their tasks. 404 for an unknown one.
Response listOf(Reading &reading, const Request &request, const std::string &table, std::string select,
    Condition condition, WriteRow writeRow)
{
    records::get(reading.database, "project", request.pathId("project_id"));
    const auto page = records::pageAskedBy(request);
    return api::stream([&reading, table, select = std::move(select), condition = std::move(condition), page,
                           writeRow = std::move(writeRow)](api::JsonWriter &writer) {
        records::writeList(writer, reading.database, table, select, condition, page, writeRow);
    });
}

/// The row's task is of the production of the path.
Condition ofProject(const Request &request, const std::string &taskColumn)
{
    return {taskColumn + " IN (SELECT task.id FROM task WHERE task.project_id = ?)", {request.pathId("project_id")}};
}

Response listWhole(Reading &reading, const Request &request, const std::string &table, const std::string &taskColumn)
{
    const auto &shape = RowShape::of(table);
    return listOf(reading, request, table, "SELECT " + shape.columns() + " FROM " + table,
        ofProject(request, table + '.' + taskColumn),
        [&shape](api::JsonWriter &writer, const store::Rows &rows) { shape.writeObject(writer, rows); });
}

std::optional<std::string> idAsked(const Request &request, const char *name)
{
    const auto given = request.query.find(name);
    if (!given || given->empty()) return std::nullopt;
    if (!api::isUuid(*given)) throw api::badRequest(std::string(name) + " must be an identifier.");
    return std::string(*given);
}

} // namespace

Response listProjectTasks(Reading &reading, const Request &request)
{
    Condition condition{"task.project_id = ?", {request.pathId("project_id")}};
    if (const auto type = idAsked(request, "task_type_id")) condition.require("task.task_type_id = ?", {*type});
    if (const auto episode = idAsked(request, "episode_id"))
        condition.require("task.entity_id IN (SELECT e.id FROM entity e LEFT JOIN entity parent ON parent.id = e.parent_id"
                          " WHERE e.id = ? OR e.parent_id = ? OR parent.parent_id = ? OR e.source_id = ?)",
            {*episode, *episode, *episode, *episode});
    if (reading.caller.isVendor())
        condition.require("EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)",
            {reading.caller.id});
    const auto &shape = RowShape::of("task");
    const auto assignees = "(SELECT " + store::fragment::jsonArray(reading.database.dialect(), "person_id")
        + " FROM task_person_link WHERE task_person_link.task_id = task.id)";
    return listOf(reading, request, "task", "SELECT " + shape.columns() + ", " + assignees + " FROM task",
        std::move(condition), [&shape](api::JsonWriter &writer, const store::Rows &rows) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.key("type").plainString("Task");
            writer.key("assignees").raw(rows.text(shape.size()));
            writer.endObject();
        });
}

Response listProjectComments(Reading &reading, const Request &request)
{
    return listWhole(reading, request, "comment", "object_id");
}

Response listProjectNotifications(Reading &reading, const Request &request)
{
    // They tell their kind as notification_type: "type" is the model's name.
    static const auto shape = RowShape::of("notification").without({"type"});
    return listOf(reading, request, "notification", "SELECT " + shape.columns() + ", notification.type FROM notification",
        ofProject(request, "notification.task_id"), [](api::JsonWriter &writer, const store::Rows &rows) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.key("type").plainString("Notification");
            writer.key("notification_type").string(rows.text(shape.size()));
            writer.endObject();
        });
}

Response listProjectSubscriptions(Reading &reading, const Request &request)
{
    return listWhole(reading, request, "subscription", "task_id");
}

} // namespace callboard::tasks
