// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityTasks.h"

#include "core/access/Belonging.h"
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
    if (const std::string own = access::inTeams(reading, "task.project_id", values); !own.empty()) sql += " AND " + own;
    return api::stream([&database = reading.database, sql = std::move(sql), values = std::move(values), withAssignees](
                           api::JsonWriter &writer) {
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

api::Response listSequenceShotTasks(api::Reading &reading, const api::Request &request)
{
    return namedTaskList(
        reading, request, "entity.parent_id = ? AND entity_type.name = 'Shot'", {request.pathId("sequence_id")});
}

api::Response listEpisodeShotTasks(api::Reading &reading, const api::Request &request)
{
    return namedTaskList(reading, request,
        "entity.parent_id IN (SELECT sequence.id FROM entity sequence WHERE sequence.parent_id = ?)"
        " AND entity_type.name = 'Shot'",
        {request.pathId("episode_id")});
}

api::Response listEpisodeAssetTasks(api::Reading &reading, const api::Request &request)
{
    return namedTaskList(reading, request, "entity.source_id = ? AND " + isAssetType("entity.entity_type_id"),
        {request.pathId("episode_id")});
}

api::Response listEpisodeEditTasks(api::Reading &reading, const api::Request &request)
{
    return namedTaskList(
        reading, request, "entity.parent_id = ? AND entity_type.name = 'Edit'", {request.pathId("episode_id")});
}

api::Response taskTypeList(api::Reading &reading, const std::string &condition, std::vector<store::Value> values)
{
    const auto &shape = records::RowShape::of("task_type");
    std::string sql = "SELECT " + shape.columns() + " FROM task_type WHERE " + condition
        + " ORDER BY task_type.priority, task_type.name";
    return api::stream([&database = reading.database, &shape, sql = std::move(sql), values = std::move(values)](
                           api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

api::Response bareTaskList(api::Reading &reading, const std::string &condition, std::vector<store::Value> values)
{
    const auto &shape = records::RowShape::of("task");
    std::string sql = "SELECT " + shape.columns() + " FROM task WHERE " + condition;
    return api::stream([&database = reading.database, &shape, sql = std::move(sql), values = std::move(values)](
                           api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

api::Response listEntityTaskTypes(api::Reading &reading, const api::Request &request)
{
    const KnownEntity entity = getEntity(reading.database, request.pathId(request.pathValues.front().first));
    std::string entities = "task.entity_id = ?";
    std::vector<store::Value> values{entity.id};
    if (entity.kind == Kind::Sequence || entity.kind == Kind::Episode) {
        entities = "task.entity_id IN (SELECT below.id FROM entity below LEFT JOIN entity above"
                   " ON above.id = below.parent_id WHERE below.entity_type_id = "
            + typeOf(Kind::Shot) + " AND (below.parent_id = ? OR above.parent_id = ?))";
        values = {entity.id, entity.id};
    }
    return taskTypeList(reading,
        "EXISTS (SELECT 1 FROM task WHERE task.task_type_id = task_type.id AND " + entities + ")", std::move(values));
}

api::Response listTasksOfType(api::Reading &reading, const api::Request &request)
{
    std::string condition = "task.entity_id = ? AND task.task_type_id = ?";
    std::vector<store::Value> values{request.pathId("entity_id"), request.pathId("task_type_id")};
    if (reading.caller.isVendor()) {
        condition += " AND EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id"
                     " AND own.person_id = ?)";
        values.emplace_back(reading.caller.id);
    }
    return bareTaskList(reading, condition, std::move(values));
}

} // namespace callboard::entities
