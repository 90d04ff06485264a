// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/FileLists.h"

#include "core/access/Belonging.h"
#include "core/records/Record.h"
#include "core/records/RecordOperations.h"

namespace callboard::files {

namespace {

using records::Condition;

/// Adds `column = value` for each of the query's words that names one of these columns.
void addAsked(Condition &condition, const api::Request &request, const std::string &table,
    std::initializer_list<const char *> columns)
{
    for (const char *column : columns) {
        const auto word = request.query.find(column);
        if (!word) continue;
        const schema::Field &field = *schema::table(table).field(column);
        condition.require(table + "." + column + " = ?", {records::toColumn(records::readWord(field, *word), field.type)});
    }
}

constexpr const char *newestFirst = "revision DESC, name, created_at DESC, id";

/// The table that has the file of the path; nothing when neither has.
std::optional<std::string> tableOfFile(const api::Reading &reading, const std::string &id)
{
    for (const char *table : {"working_file", "output_file"})
        if (records::exists(reading.database, table, id)) return table;
    return std::nullopt;
}

} // namespace

api::Response listWorkingFilesOfTask(api::Reading &reading, const api::Request &request)
{
    Condition condition;
    condition.require("working_file.task_id = ?", {request.pathId("task_id")});
    return records::listWhere(
        reading, records::modelOf("working_file"), condition, newestFirst, request.isSwitchedOn("relations"));
}

api::Response lastWorkingFilesOfTask(api::Reading &reading, const api::Request &request)
{
    return api::stream([&reading, id = request.pathId("task_id")](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("working_file");
        auto rows = reading.database.query("SELECT " + shape.columns() + " FROM working_file WHERE task_id = ?"
                " AND revision = (SELECT MAX(other.revision) FROM working_file other WHERE other.task_id ="
                " working_file.task_id AND other.name = working_file.name) ORDER BY name",
            id);
        writer.beginObject();
        while (rows.next()) {
            const Json file = shape.toJson(rows);
            writer.key(file["name"].is_string() ? file["name"].get<std::string>() : std::string()).value(file);
        }
        writer.endObject();
    });
}

api::Response listWorkingFilesOfEntity(api::Reading &reading, const api::Request &request)
{
    Condition condition;
    condition.require("working_file.entity_id = ?", {request.pathId("entity_id")});
    addAsked(condition, request, "working_file", {"name", "task_id"});
    return records::listWhere(
        reading, records::modelOf("working_file"), condition, newestFirst, request.isSwitchedOn("relations"));
}

api::Response listOutputFilesOfEntity(api::Reading &reading, const api::Request &request)
{
    Condition condition;
    condition.require("output_file.entity_id = ?", {request.pathId("entity_id")});
    addAsked(condition, request, "output_file",
        {"output_type_id", "task_type_id", "representation", "file_status_id", "name"});
    return records::listWhere(reading, records::modelOf("output_file"), condition, newestFirst, false);
}

api::Response listOutputFilesOfProject(api::Reading &reading, const api::Request &request)
{
    Condition condition;
    condition.require("output_file.entity_id IN (SELECT id FROM entity WHERE project_id = ?)", {request.pathId("project_id")});
    return records::listWhere(reading, records::modelOf("output_file"), condition, newestFirst, false);
}

api::Response readFile(api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId("file_id");
    const auto table = tableOfFile(reading, id);
    if (!table) throw api::notFound("The file");
    return api::json(records::tellRecord(reading, records::modelOf(*table), id, true));
}

api::Access readersOfFile()
{
    return {"readers of the file's task or entity", false, [](api::Reading &reading, const api::Request &request) {
                const auto id = request.pathId("file_id");
                const auto table = tableOfFile(reading, id);
                if (!table) throw api::notFound("The file");
                access::requireReading(reading, access::belongingOrNotFound(reading.database, *table, id));
            }};
}

} // namespace callboard::files
