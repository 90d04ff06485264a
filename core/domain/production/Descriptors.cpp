// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/Descriptors.h"

#include "core/access/RecordRules.h"
#include "core/records/Record.h"
#include "core/records/RecordOperations.h"

#include <QString>

namespace callboard::production {

namespace {

const std::vector<std::string> entityTypes = {
    "Asset", "Shot", "Sequence", "Episode", "Edit", "Scene", "Concept", "Project", "Person", "Task"};

/// "Air Date" → "air_date"
std::string fieldNameOf(const std::string &name)
{
    std::string field;
    const QString plain = QString::fromStdString(name).normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isMark()) continue;
        if (c.isLetterOrNumber())
            field += QString(c).toStdString();
        else if (!field.empty() && field.back() != '_')
            field += '_';
    }
    while (!field.empty() && field.back() == '_') field.pop_back();
    return field.empty() ? "field" : field;
}

/// Managers; supervisors when the descriptor has one of their departments (or they have none).
void requireDescriber(
    const api::Reading &reading, const std::string &projectId, const std::vector<std::string> &departments)
{
    const api::Caller &caller = reading.caller;
    if (!caller.isSupervisor() || !caller.isInTeamOf(projectId)) {
        access::requireManager(reading, projectId);
        return;
    }
    if (caller.departmentIds.empty()) return;
    const bool isOwn = std::any_of(
        departments.begin(), departments.end(), [&](const std::string &id) { return caller.isInDepartment(id); });
    if (!isOwn) throw api::forbidden("A supervisor's metadata must belong to the own departments.");
}

std::vector<std::string> departmentsIn(api::Reading &reading, const Json &body)
{
    const auto sent = body.find("departments");
    if (sent == body.end() || sent->is_null()) return {};
    return records::existing(reading.database, "department", records::readIds("departments", *sent));
}

std::vector<std::string> departmentsOf(api::Reading &reading, const std::string &id)
{
    return records::relationIds(reading.database, *schema::table("metadata_descriptor").relation("departments"), id)
        .get<std::vector<std::string>>();
}

/// The descriptor of the path, of the production of the path.
Json descriptorOf(api::Reading &reading, const api::Request &request)
{
    Json row = records::get(reading.database, "metadata_descriptor", request.pathId("descriptor_id"));
    if (row["project_id"] != request.pathId("project_id")) throw api::notFound("The metadata descriptor");
    return row;
}

void requireFreeName(api::Reading &reading, const Json &columns, const std::string &ownId)
{
    auto rows = reading.database.query("SELECT id FROM metadata_descriptor WHERE project_id = ? AND entity_type = ?"
                                       " AND (name = ? OR field_name = ?)",
        columns["project_id"].get<std::string>(), columns["entity_type"].get<std::string>(),
        columns["name"].get<std::string>(), columns["field_name"].get<std::string>());
    while (rows.next())
        if (rows.text(0) != ownId)
            throw api::badRequest("A descriptor of this name exists already for these entities.");
}

/// Which entities have the descriptor's values: by the name of their type; "Asset" stands for all the others.
std::string entitiesOfType(const std::string &entityType)
{
    if (entityType == "Asset")
        return "project_id = ? AND entity_type_id NOT IN (SELECT id FROM entity_type WHERE name IN"
               " ('Shot', 'Sequence', 'Episode', 'Edit', 'Scene', 'Concept'))";
    return "project_id = ? AND entity_type_id IN (SELECT id FROM entity_type WHERE name = ?)";
}

/// Moves the member `from` of the entities' data to `to`, or removes it when `to` is empty. A JSON value keeps
/// its kind: text stays text, lists stay lists.
void moveValues(api::Writing &writing, const Json &row, const std::string &from, const std::string &to)
{
    const bool isSqlite = writing.isSqlite();
    const auto place = [&](const std::string &member) { return isSqlite ? "$.\"" + member + "\"" : member; };
    std::vector<store::Value> values;
    std::string data;
    if (to.empty()) {
        data = isSqlite ? "json_remove(data, ?)" : "data - ?::text";
        values = {place(from)};
    } else if (isSqlite) {
        data = "json_remove(json_set(data, ?, json(data -> ?)), ?)";
        values = {place(to), place(from), place(from)};
    } else {
        data = "(data - ?::text) || jsonb_build_object(?::text, data -> ?::text)";
        values = {from, to, from};
    }
    const auto entityType = row["entity_type"].get<std::string>();
    const bool isOfProject = entityType == "Project";
    values.emplace_back(writing.now);
    values.emplace_back(row["project_id"].get<std::string>());
    if (!isOfProject && entityType != "Asset") values.emplace_back(entityType);
    values.emplace_back(place(from));
    writing.database.runChange("UPDATE " + std::string(isOfProject ? "project" : "entity") + " SET data = " + data
            + ", updated_at = ? WHERE " + (isOfProject ? "id = ?" : entitiesOfType(entityType))
            + (isSqlite ? " AND json_type(data, ?) IS NOT NULL" : " AND jsonb_exists(data, ?)"),
        values);
}

void tell(api::Writing &writing, const Json &row, const char *what)
{
    writing.tell(std::string("metadata-descriptor:") + what, {{"metadata_descriptor_id", row["id"]}},
        row["project_id"].get<std::string>());
}

} // namespace

api::Response listDescriptors(api::Reading &reading, const api::Request &request)
{
    const auto &shape = records::RowShape::of("metadata_descriptor");
    const bool forClients = reading.caller.isClient();
    return api::stream(
        [&database = reading.database, &shape, forClients, id = request.pathId("project_id")](api::JsonWriter &writer) {
            auto rows = database.query("SELECT " + shape.columns() + ", (SELECT "
                    + store::fragment::jsonArray(database.dialect(), "link.department_id")
                    + " FROM department_metadata_descriptor_link link WHERE link.metadata_descriptor_id ="
                      " metadata_descriptor.id) FROM metadata_descriptor WHERE project_id = ?"
                    + (forClients ? " AND for_client = TRUE" : "") + " ORDER BY name",
                id);
            writer.beginArray();
            while (rows.next()) {
                writer.beginObject();
                shape.writeMembers(writer, rows);
                writer.key("departments").raw(rows.text(shape.size()));
                writer.key("type").plainString(shape.table().model());
                writer.endObject();
            }
            writer.endArray();
        });
}

api::Response readDescriptor(api::Reading &reading, const api::Request &request)
{
    descriptorOf(reading, request);
    return api::json(
        records::getWithRelations(reading.database, "metadata_descriptor", request.pathId("descriptor_id")));
}

namespace {

/// Forms and some clients send "True" and "False".
void readTypedFlag(Json &body)
{
    const auto flag = body.find("for_client");
    if (flag != body.end() && flag->is_string())
        *flag = records::readWord(*schema::table("metadata_descriptor").field("for_client"), flag->get<std::string>());
}

} // namespace

api::Response createDescriptor(api::Writing &writing, api::Request &request)
{
    const auto projectId = request.pathId("project_id");
    const Json sent = request.anyObject();
    const auto departments = departmentsIn(writing, sent);
    requireDescriber(writing, projectId, departments);
    Json body = Json::object();
    for (const char *member : {"name", "data_type", "entity_type", "choices", "for_client"})
        if (sent.contains(member)) body[member] = sent[member];
    readTypedFlag(body);
    if (!body.contains("entity_type")) body["entity_type"] = "Asset";
    if (!body.contains("data_type")) body["data_type"] = "string";
    if (!body.contains("choices")) body["choices"] = Json::array();
    const Json name = body.value("name", Json());
    if (!name.is_string() || name.get_ref<const std::string &>().empty()) throw api::badRequest("name is needed.");
    if (std::find(entityTypes.begin(), entityTypes.end(), body["entity_type"]) == entityTypes.end())
        throw api::badRequest("entity_type is no kind of entity.");
    body["project_id"] = projectId;
    body["field_name"] = fieldNameOf(name.get<std::string>());
    auto input = records::readNewRow(writing.database, schema::table("metadata_descriptor"), body);
    requireFreeName(writing, input.columns, {});
    const Json row = records::insert(writing, "metadata_descriptor", input.columns);
    records::setRelation(
        writing, *schema::table("metadata_descriptor").relation("departments"), row["id"], departments);
    tell(writing, row, "new");
    return api::json(row, 201);
}

api::Response changeDescriptor(api::Writing &writing, api::Request &request)
{
    const Json before = descriptorOf(writing, request);
    const auto id = before["id"].get<std::string>();
    const Json sent = request.anyObject();
    const auto own = departmentsOf(writing, id);
    requireDescriber(writing, before["project_id"], own);
    Json body = Json::object();
    for (const char *member : {"name", "data_type", "choices", "for_client"})
        if (sent.contains(member)) body[member] = sent[member];
    readTypedFlag(body);
    if (body.contains("name") && body["name"].is_string() && !body["name"].get_ref<const std::string &>().empty())
        body["field_name"] = fieldNameOf(body["name"]);
    else if (body.contains("name"))
        throw api::badRequest("name is needed.");
    const auto input = records::readChanges(writing.database, schema::table("metadata_descriptor"), body);
    Json after = before;
    after.update(input.columns);
    requireFreeName(writing, after, id);
    const Json row = records::update(writing, "metadata_descriptor", id, input.columns);
    if (sent.contains("departments")) {
        const auto departments = departmentsIn(writing, sent);
        requireDescriber(writing, before["project_id"], departments);
        records::setRelation(writing, *schema::table("metadata_descriptor").relation("departments"), id, departments);
    }
    if (row["field_name"] != before["field_name"]) moveValues(writing, row, before["field_name"], row["field_name"]);
    tell(writing, row, "update");
    return api::json(row);
}

api::Response removeDescriptor(api::Writing &writing, api::Request &request)
{
    const Json row = descriptorOf(writing, request);
    requireDescriber(writing, row["project_id"], departmentsOf(writing, row["id"]));
    records::remove(writing, "metadata_descriptor", row["id"]);
    moveValues(writing, row, row["field_name"], {});
    tell(writing, row, "delete");
    return api::noContent();
}

} // namespace callboard::production
