// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/ProjectLists.h"

#include "core/access/Belonging.h"
#include "core/records/Filters.h"
#include "core/records/RowShape.h"
#include "core/store/schema/OpenStatus.h"

#include <map>

namespace callboard::production {

namespace {

using ByProject = std::map<std::string, Json, std::less<>>;

const std::string openOnly =
    "project.project_status_id IN (SELECT id FROM project_status WHERE name IN " + schema::openStatuses + ")";

records::Condition visible(const api::Reading &reading, const std::string &name)
{
    records::Condition condition;
    condition.require(access::inTeams(reading, "project.id", condition.values));
    if (!name.empty()) condition.require(store::fragment::like(reading.database.dialect(), "project.name"), {name});
    return condition;
}

/// Rows of a table of the visible productions; `add` takes the row and the production's entry.
template<typename Add>
ByProject collect(store::Connection &database, const std::string &sql, const records::Condition &condition, Add add)
{
    ByProject all;
    auto rows = database.run(
        sql + " WHERE " + (condition.sql.empty() ? "1 = 1" : condition.sql) + " AND " + openOnly, condition.values);
    while (rows.next()) add(rows, all[rows.string(0)]);
    return all;
}

/// Clients are told the fields that are for them, vendors those of no department and of their own.
ByProject descriptorsOf(const api::Reading &reading, const records::Condition &condition)
{
    auto &database = reading.database;
    const auto &caller = reading.caller;
    const auto isTold = [&caller](bool isForClients, const Json &departments) {
        if (caller.isClient()) return isForClients;
        if (!caller.isVendor() || departments.empty()) return true;
        return std::any_of(departments.begin(), departments.end(),
            [&caller](const Json &id) { return caller.isInDepartment(id.get_ref<const std::string &>()); });
    };
    return collect(database,
        "SELECT d.project_id, d.id, d.name, d.field_name, d.data_type, d.choices, d.for_client, d.entity_type, (SELECT "
            + store::fragment::jsonArray(database.dialect(), "link.department_id")
            + " FROM department_metadata_descriptor_link link WHERE link.metadata_descriptor_id = d.id)"
              " FROM metadata_descriptor d JOIN project ON project.id = d.project_id",
        condition, [&isTold](const store::Rows &row, Json &list) {
            const Json departments = Json::parse(row.text(8));
            if (!isTold(row.boolean(6), departments)) return;
            list.push_back({{"id", row.string(1)}, {"name", row.string(2)}, {"field_name", row.string(3)},
                {"data_type", row.isNull(4) ? Json() : Json(row.string(4))},
                {"choices", row.isNull(5) ? Json() : Json::parse(row.text(5))}, {"for_client", row.boolean(6)},
                {"entity_type", row.string(7)}, {"departments", departments}});
        });
}

Json optionalNumber(const store::Rows &row, int column)
{
    return row.isNull(column) ? Json() : Json(row.integer(column));
}

} // namespace

void writeOpenProjects(api::JsonWriter &writer, const api::Reading &reading, const std::string &name)
{
    auto &database = reading.database;
    const auto condition = visible(reading, name);
    const auto descriptors = descriptorsOf(reading, condition);
    const auto priorities = collect(database,
        "SELECT l.project_id, l.task_type_id, l.priority FROM project_task_type_link l"
        " JOIN project ON project.id = l.project_id",
        condition, [](const store::Rows &row, Json &map) { map[row.string(1)] = optionalNumber(row, 2); });
    const auto statuses = collect(database,
        "SELECT l.project_id, l.task_status_id, l.priority, l.roles_for_board FROM project_task_status_link l"
        " JOIN project ON project.id = l.project_id",
        condition, [](const store::Rows &row, Json &map) {
            map[row.string(1)] = {{"priority", optionalNumber(row, 2)},
                {"roles_for_board", row.isNull(3) ? Json() : Json::parse(row.text(3))}};
        });
    const auto episodes = collect(database,
        "SELECT e.project_id, e.id FROM entity e JOIN entity_type t ON t.id = e.entity_type_id AND t.name = 'Episode'"
        " JOIN project ON project.id = e.project_id AND e.name = (SELECT MIN(first.name) FROM entity first"
        " WHERE first.project_id = e.project_id AND first.entity_type_id = t.id)",
        condition, [](const store::Rows &row, Json &first) { first = row.string(1); });

    const auto &shape = records::RowShape::of("project");
    std::string columns = shape.columns();
    for (const auto &relation : shape.table().relations())
        columns += ", (SELECT " + store::fragment::jsonArray(database.dialect(), "related." + relation.otherColumn)
            + " FROM " + relation.through + " related WHERE related." + relation.ownColumn + " = project.id)";
    auto rows = database.run("SELECT " + columns + ", project.id, project.production_type FROM project WHERE "
            + (condition.sql.empty() ? "1 = 1" : condition.sql) + " AND " + openOnly + " ORDER BY project.name",
        condition.values);
    const auto member = [](const ByProject &all, const std::string &id, Json fallback) {
        const auto found = all.find(id);
        return found == all.end() || found->second.is_null() ? std::move(fallback) : found->second;
    };
    writer.beginArray();
    while (rows.next()) {
        writer.beginObject();
        shape.writeMembers(writer, rows);
        int column = shape.size();
        for (const auto &relation : shape.table().relations()) writer.key(relation.name).raw(rows.text(column++));
        const auto id = rows.string(column);
        writer.key("type").plainString(shape.table().model());
        writer.key("descriptors").value(member(descriptors, id, Json::array()));
        writer.key("task_types_priority").value(member(priorities, id, Json::object()));
        writer.key("task_statuses_link").value(member(statuses, id, Json::object()));
        if (rows.text(column + 1) == "tvshow") writer.key("first_episode_id").value(member(episodes, id, Json()));
        writer.endObject();
    }
    writer.endArray();
}

api::Response listOpenProjects(api::Reading &reading, const api::Request &request)
{
    const std::string name(request.query.find("name").value_or(""));
    return api::stream([&reading, name](api::JsonWriter &writer) { writeOpenProjects(writer, reading, name); });
}

api::Response listAllProjects(api::Reading &reading, const api::Request &request)
{
    const std::string name(request.query.find("name").value_or(""));
    return api::stream([&reading, name](api::JsonWriter &writer) {
        const auto condition = visible(reading, name);
        const auto &shape = records::RowShape::of("project");
        auto rows = reading.database.run("SELECT " + shape.columns()
                + ", status.name FROM project"
                  " LEFT JOIN project_status status ON status.id = project.project_status_id"
                + condition.where() + " ORDER BY project.name",
            condition.values);
        writer.beginArray();
        while (rows.next()) {
            writer.beginObject();
            shape.writeMembers(writer, rows);
            if (reading.caller.isAdmin())
                records::RowShape::writeCell(writer.key("project_status_name"), rows, shape.size(), schema::Type::Text);
            writer.key("type").plainString(shape.table().model());
            writer.endObject();
        }
        writer.endArray();
    });
}

} // namespace callboard::production
