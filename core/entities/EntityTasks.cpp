// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/EntityTasks.h"

#include "core/records/RowShape.h"

namespace callboard::entities {

namespace {

constexpr std::array<std::string_view, 5> taskNames{
    "project_name", "task_type_name", "task_status_name", "entity_type_name", "entity_name"};

} // namespace

std::string namedTasksSelect(const api::Reading &reading, bool withAssignees)
{
    const std::string assignees = withAssignees
        ? ", (SELECT " + store::fragment::jsonArray(reading.database.dialect(), "task_person_link.person_id")
            + " FROM task_person_link WHERE task_person_link.task_id = task.id)"
        : std::string();
    return "SELECT " + records::RowShape::of("task").columns()
        + ", project.name, task_type.name, task_status.name, entity_type.name, entity.name" + assignees
        + " FROM task JOIN project ON project.id = task.project_id JOIN task_type ON task_type.id = task.task_type_id"
          " JOIN task_status ON task_status.id = task.task_status_id JOIN entity ON entity.id = task.entity_id"
          " JOIN entity_type ON entity_type.id = entity.entity_type_id";
}

api::Response namedTaskList(
    api::Reading &reading, const api::Request &request, const std::string &condition, std::vector<store::Value> values)
{
    const bool withAssignees = request.isSwitchedOn("relations");
    std::string sql = namedTasksSelect(reading, withAssignees) + " WHERE " + condition;
    if (reading.caller.isVendor()) {
        sql += " AND EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)";
        values.emplace_back(reading.caller.id);
    }
    return api::stream([&database = reading.database, sql = std::move(sql), values = std::move(values),
                           withAssignees](api::JsonWriter &writer) {
        const records::RowShape &shape = records::RowShape::of("task");
        auto rows = database.runStreaming(sql, values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            writer.quotedKey("\"type\":").plainString("Task");
            int column = shape.size();
            for (const auto name : taskNames) writer.key(name).string(rows.text(column++));
            if (withAssignees) writer.key("assignees").raw(rows.text(column));
            writer.endObject();
        }
        writer.endArray();
    });
}

api::Response listEntityTasks(api::Reading &reading, const api::Request &request)
{
    const std::string id = request.pathId(request.pathValues.front().first);
    return namedTaskList(reading, request, "task.entity_id = ?", {id});
}

} // namespace callboard::entities
