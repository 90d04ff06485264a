// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/context/Context.h"

#include "core/domain/context/SavedFilters.h"
#include "core/domain/people/PersonJson.h"
#include "core/domain/production/ProjectLists.h"
#include "core/records/RowShape.h"

namespace callboard::context {

namespace {

/// The plan's number of people, which administrators are told; Callboard has no limit of its own.
constexpr std::int64_t userLimit = 100;

void writeTable(api::JsonWriter &writer, store::Connection &database, const char *name, const char *table)
{
    const auto &shape = records::RowShape::of(table);
    auto rows = database.query("SELECT " + shape.columns() + " FROM " + table + " ORDER BY " + table + ".created_at");
    writer.key(name).beginArray();
    while (rows.next()) shape.writeObject(writer, rows);
    writer.endArray();
}

/// Entity types that are assets, with the task types they are limited to.
void writeAssetTypes(api::JsonWriter &writer, store::Connection &database)
{
    const auto &shape = records::RowShape::of("entity_type");
    auto rows = database.query("SELECT " + shape.columns() + ", (SELECT "
        + store::fragment::jsonArray(database.dialect(), "task_type_asset_type_link.task_type_id")
        + " FROM task_type_asset_type_link WHERE asset_type_id = entity_type.id) FROM entity_type"
          " WHERE name NOT IN ('Shot', 'Sequence', 'Episode', 'Scene', 'Edit', 'Concept') ORDER BY name");
    writer.key("asset_types").beginArray();
    while (rows.next()) {
        writer.beginObject();
        shape.writeMembers(writer, rows);
        writer.key("task_types").raw(rows.isNull(shape.size()) ? "[]" : rows.text(shape.size()));
        writer.key("type").plainString("AssetType").endObject();
    }
    writer.endArray();
}

void writePersons(api::JsonWriter &writer, store::Connection &database, const api::Caller &caller)
{
    const bool seesAll = caller.isAdmin() || caller.isManager();
    const auto form = seesAll ? people::PersonForm::WithDepartments : people::PersonForm::ShortWithDepartments;
    auto rows = database.query(
        "SELECT " + people::personColumns(database.dialect(), form) + " FROM person ORDER BY first_name, last_name");
    writer.key("persons").beginArray();
    while (rows.next()) people::writePerson(writer, rows, form);
    writer.endArray();
}

void writeUnread(api::JsonWriter &writer, store::Connection &database, const api::Caller &caller)
{
    auto count = database.query("SELECT COUNT(*) FROM notification WHERE person_id = ? AND NOT read", caller.id);
    count.next();
    writer.key("notification_count").integer(count.integer(0));
}

} // namespace

api::Response showContext(api::Reading &reading, const api::Request &)
{
    return api::stream([&reading](api::JsonWriter &writer) {
        auto &database = reading.database;
        writer.beginObject();
        writeAssetTypes(writer, database);
        writeTable(writer, database, "custom_actions", "custom_action");
        writeTable(writer, database, "status_automations", "status_automation");
        writeTable(writer, database, "departments", "department");
        writeTable(writer, database, "studios", "studio");
        writeUnread(writer, database, reading.caller);
        writePersons(writer, database, reading.caller);
        writeTable(writer, database, "project_status", "project_status");
        writer.key("projects");
        production::writeOpenProjects(writer, reading);
        writeTable(writer, database, "task_types", "task_type");
        writeTable(writer, database, "task_status", "task_status");
        writer.key("search_filters").value(visibleFilters(reading, "search_filter"));
        writer.key("search_filter_groups").value(visibleFilters(reading, "search_filter_group"));
        writeTable(writer, database, "preview_background_files", "preview_background_file");
        if (reading.caller.isAdmin()) writer.key("user_limit").integer(userLimit);
        writer.endObject();
    });
}

} // namespace callboard::context
