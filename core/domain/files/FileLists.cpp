// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/FileLists.h"

#include "core/access/Belonging.h"
#include "core/access/Rules.h"
#include "core/records/Models.h"
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
        condition.require(
            table + "." + column + " = ?", {records::toColumn(records::readWord(field, *word), field.type)});
    }
}

/// Clients are shown previews, not files; vendors see the files of entities that they work on.
void hideFromGuests(const api::Reading &reading, const std::string &entityId, Condition &condition)
{
    const bool isHidden =
        reading.caller.isClient() || (reading.caller.isVendor() && !access::hasTaskOf(reading, entityId));
    if (isHidden) condition.require("1 = 0");
}

/// The entity's own files: those of instances are listed with these.
Condition outputsOfEntity(const api::Reading &reading, const api::Request &request)
{
    const auto entity = request.pathId("entity_id");
    Condition condition;
    condition.require("output_file.entity_id = ? AND output_file.asset_instance_id IS NULL", {entity});
    hideFromGuests(reading, entity, condition);
    return condition;
}

Condition outputsOfInstance(const api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId("asset_instance_id");
    const Json instance = records::get(reading.database, "asset_instance", id);
    Condition condition;
    condition.require("output_file.asset_instance_id = ?", {id});
    if (!request.pathValue("temporal_entity_id").empty())
        condition.require("output_file.temporal_entity_id = ?", {request.pathId("temporal_entity_id")});
    hideFromGuests(reading, instance["asset_id"], condition);
    return condition;
}

Condition outputsOfPath(const api::Reading &reading, const api::Request &request)
{
    return request.pathValue("asset_instance_id").empty() ? outputsOfEntity(reading, request)
                                                          : outputsOfInstance(reading, request);
}

/// The last ones among those of a status, which need not be the last of all.
std::optional<std::string> statusAsked(const api::Request &request)
{
    const auto status = request.query.find("file_status_id");
    if (!status) return std::nullopt;
    if (!api::isUuid(*status)) throw api::badRequest("file_status_id must be an identifier.");
    return std::string(*status);
}

constexpr const char *newestFirst = "revision DESC, name, created_at DESC, id";

api::Response listOutputs(api::Reading &reading, const Condition &condition)
{
    return records::listWhere(reading, records::modelOf(reading, "output_file"), condition, newestFirst, false);
}

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
        reading, records::modelOf(reading, "working_file"), condition, newestFirst, request.isSwitchedOn("relations"));
}

api::Response lastWorkingFilesOfTask(api::Reading &reading, const api::Request &request)
{
    return api::stream([&reading, id = request.pathId("task_id")](api::JsonWriter &writer) {
        const auto &shape = records::RowShape::of("working_file");
        auto rows = reading.database.query("SELECT " + shape.columns()
                + " FROM working_file WHERE task_id = ?"
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
    hideFromGuests(reading, request.pathId("entity_id"), condition);
    addAsked(condition, request, "working_file", {"name", "task_id"});
    return records::listWhere(
        reading, records::modelOf(reading, "working_file"), condition, newestFirst, request.isSwitchedOn("relations"));
}

api::Response listOutputFilesOfEntity(api::Reading &reading, const api::Request &request)
{
    Condition condition = outputsOfEntity(reading, request);
    addAsked(condition, request, "output_file",
        {"output_type_id", "task_type_id", "representation", "file_status_id", "name"});
    return listOutputs(reading, condition);
}

api::Response listOutputFilesOfProject(api::Reading &reading, const api::Request &request)
{
    Condition condition;
    condition.require("output_file.asset_instance_id IS NULL AND output_file.entity_id IN"
                      " (SELECT id FROM entity WHERE project_id = ?)",
        {request.pathId("project_id")});
    addAsked(condition, request, "output_file",
        {"output_type_id", "task_type_id", "representation", "file_status_id", "name"});
    return listOutputs(reading, condition);
}

api::Response listOutputFilesOfInstance(api::Reading &reading, const api::Request &request)
{
    Condition condition = outputsOfInstance(reading, request);
    addAsked(condition, request, "output_file",
        {"temporal_entity_id", "output_type_id", "task_type_id", "representation", "file_status_id", "name"});
    return listOutputs(reading, condition);
}

api::Response listOutputFilesOfType(api::Reading &reading, const api::Request &request)
{
    const auto type = request.pathId("output_type_id");
    records::get(reading.database, "output_type", type);
    Condition condition = outputsOfPath(reading, request);
    condition.require("output_file.output_type_id = ?", {type});
    addAsked(condition, request, "output_file", {"representation"});
    return listOutputs(reading, condition);
}

api::Response lastOutputFiles(api::Reading &reading, const api::Request &request)
{
    Condition condition = outputsOfPath(reading, request);
    const auto status = statusAsked(request);
    // What was published has a representation, if an empty one; each counts for itself.
    condition.require("output_file.revision = (SELECT MAX(other.revision) FROM output_file other"
                      " WHERE other.entity_id = output_file.entity_id AND other.name = output_file.name"
                      " AND other.output_type_id = output_file.output_type_id"
                      " AND other.task_type_id = output_file.task_type_id"
                      " AND other.representation = output_file.representation"
                      " AND COALESCE(other.asset_instance_id, other.entity_id)"
                      " = COALESCE(output_file.asset_instance_id, output_file.entity_id)"
                      " AND COALESCE(other.temporal_entity_id, other.entity_id)"
                      " = COALESCE(output_file.temporal_entity_id, output_file.entity_id)"
            + std::string(status ? " AND other.file_status_id = ?)" : ")"),
        status ? std::vector<store::Value>{*status} : std::vector<store::Value>());
    addAsked(condition, request, "output_file",
        {"output_type_id", "task_type_id", "representation", "file_status_id", "name"});
    return listOutputs(reading, condition);
}

api::Response listOutputTypes(api::Reading &reading, const api::Request &request)
{
    Condition files;
    if (request.pathValue("asset_instance_id").empty())
        files.require("output_file.entity_id = ?", {request.pathId("entity_id")});
    else
        files = outputsOfInstance(reading, request);
    Condition condition;
    condition.require(
        "output_type.id IN (SELECT output_file.output_type_id FROM output_file" + files.where() + ")", files.values);
    return records::listWhere(reading, records::modelOf(reading, "output_type"), condition, "output_type.name", false);
}

api::Response readFile(api::Reading &reading, const api::Request &request)
{
    const auto id = request.pathId("file_id");
    const auto table = tableOfFile(reading, id);
    if (!table) throw api::notFound("The file");
    return api::json(records::tellRecord(reading, records::modelOf(reading, *table), id, true));
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

api::Access teamOfInstance()
{
    return {"team of the production of the instance's asset", false,
        [](api::Reading &reading, const api::Request &request) {
            const auto belonging =
                access::belongingOrNotFound(reading.database, "asset_instance", request.pathId("asset_instance_id"));
            access::requireTeam(reading, belonging.projectId);
        }};
}

api::Access teamOfFilesEntity()
{
    return {"team of the entity's production", false, [](api::Reading &reading, const api::Request &request) {
                access::requireTeam(reading,
                    access::belongingOrNotFound(reading.database, "entity", request.pathId("entity_id")).projectId);
            }};
}

} // namespace callboard::files
