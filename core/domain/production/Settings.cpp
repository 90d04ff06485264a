// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/Settings.h"

#include "core/access/RecordRules.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"

namespace callboard::production {

namespace {

using api::Verb;

/// One list of a production.
struct Setting
{
    std::string path;   // below /data/projects/{project_id}
    std::string member; // of the body, and the link's column
    std::string table;  // what is named
    std::string link;
};

const std::vector<Setting> &settings()
{
    static const std::vector<Setting> all = {
        {"/settings/task-types", "task_type_id", "task_type", "project_task_type_link"},
        {"/settings/asset-types", "asset_type_id", "entity_type", "project_asset_type_link"},
        {"/settings/task-status", "task_status_id", "task_status", "project_task_status_link"},
        {"/settings/status-automations", "status_automation_id", "status_automation", "project_status_automation_link"},
        {"/settings/preview-background-files", "preview_background_file_id", "preview_background_file",
            "project_preview_background_file_link"},
        {"/team", "person_id", "person", "project_person_link"},
    };
    return all;
}

const Setting &settingOf(std::string_view link)
{
    for (const Setting &setting : settings())
        if (setting.link == link) return setting;
    throw std::logic_error("no such setting");
}

/// The identifier under `member`: 400 when missing or malformed, 404 when nothing has it.
std::string namedRecord(api::Reading &reading, const Json &body, const std::string &member, const std::string &table)
{
    const auto sent = body.find(member);
    if (sent == body.end() || !sent->is_string() || !api::isUuid(sent->get_ref<const std::string &>()))
        throw api::badRequest(member + " must be an identifier.");
    const auto id = sent->get<std::string>();
    if (!records::exists(reading.database, table, id)) throw api::notFound("The " + schema::table(table).model());
    return id;
}

bool isLinked(api::Reading &reading, const Setting &setting, const std::string &projectId, const std::string &id)
{
    return reading.database
        .query("SELECT 1 FROM " + setting.link + " WHERE project_id = ? AND " + setting.member + " = ?", projectId, id)
        .next();
}

/// A column of the link itself; of the roles that have the status on their boards each must be one.
Json ownValue(const schema::Table &table, const std::string &column, const Json &sent)
{
    if (column != "roles_for_board") return records::readValue(*table.field(column), sent);
    if (!sent.is_array()) throw api::badRequest("roles_for_board must be a list of roles.");
    const auto &roles = schema::table("person").field("role")->choices;
    for (const Json &role : sent)
        if (!role.is_string()
            || std::find(roles.begin(), roles.end(), role.get_ref<const std::string &>()) == roles.end())
            throw api::badRequest("roles_for_board has what is no role: " + toText(role));
    return sent;
}

void addLink(api::Writing &writing, const Setting &setting, const std::string &projectId, const std::string &id,
    const Json &body)
{
    const schema::Table &table = schema::table(setting.link);
    Json columns = {{"project_id", projectId}, {setting.member, id}};
    for (const char *own : {"priority", "roles_for_board"}) {
        const auto sent = body.find(own);
        if (table.field(own) && sent != body.end() && !sent->is_null()) columns[own] = ownValue(table, own, *sent);
    }
    if (table.hasId()) {
        records::insert(writing, setting.link, columns);
        return;
    }
    writing.database.change(
        "INSERT INTO " + setting.link + " (project_id, " + setting.member + ") VALUES (?, ?)", projectId, id);
}

void tellProject(api::Writing &writing, const std::string &projectId)
{
    writing.tell("project:update", {{"project_id", projectId}}, projectId);
}

api::Response addSetting(api::Writing &writing, api::Request &request, const Setting &setting)
{
    const auto projectId = request.pathId("project_id");
    const Json body = request.anyObject();
    const auto id = namedRecord(writing, body, setting.member, setting.table);
    if (!isLinked(writing, setting, projectId, id)) addLink(writing, setting, projectId, id, body);
    tellProject(writing, projectId);
    return api::json(records::get(writing.database, "project", projectId), 201);
}

api::Response removeSetting(api::Writing &writing, api::Request &request, const Setting &setting)
{
    const auto projectId = request.pathId("project_id");
    const auto id = request.pathId(setting.member);
    writing.database.change(
        "DELETE FROM " + setting.link + " WHERE project_id = ? AND " + setting.member + " = ?", projectId, id);
    tellProject(writing, projectId);
    return api::noContent();
}

api::Operation bound(api::Response (*run)(api::Writing &, api::Request &, const Setting &), const Setting &setting)
{
    return std::function<api::Response(api::Writing &, api::Request &)>(
        [run, &setting](api::Writing &writing, api::Request &request) { return run(writing, request, setting); });
}

/// The rows that a list of the production names, as they are told.
api::Response listNamed(api::Reading &reading, const api::Request &request, const Setting &setting)
{
    const auto &shape = records::RowShape::of(setting.table);
    return api::stream(
        [&database = reading.database, &shape, &setting, id = request.pathId("project_id")](api::JsonWriter &writer) {
            auto rows = database.query("SELECT " + shape.columns() + " FROM " + setting.table + " JOIN " + setting.link
                    + " link ON link." + setting.member + " = " + setting.table + ".id WHERE link.project_id = ?",
                id);
            writer.beginArray();
            while (rows.next()) shape.writeObject(writer, rows);
            writer.endArray();
        });
}

/// Adds the link or changes its values; answers with the link itself.
api::Response link(api::Writing &writing, const api::Request &request, const Setting &setting, Json fallback)
{
    const Json body = request.anyObject();
    const auto projectId = body.value("project_id", std::string());
    const auto id = namedRecord(writing, body, setting.member, setting.table);
    const schema::Table &table = schema::table(setting.link);
    Json columns = Json::object();
    for (const char *own : {"priority", "roles_for_board"}) {
        const auto sent = body.find(own);
        if (!table.field(own)) continue;
        if (sent != body.end() && !sent->is_null())
            columns[own] = ownValue(table, own, *sent);
        else if (fallback.contains(own))
            columns[own] = fallback[own];
    }
    const auto known =
        records::findWhere(writing.database, setting.link, {{"project_id", projectId}, {setting.member, id}});
    Json row;
    if (known) {
        row = records::update(writing, setting.link, (*known)["id"], columns);
    } else {
        columns["project_id"] = projectId;
        columns[setting.member] = id;
        row = records::insert(writing, setting.link, columns);
    }
    tellProject(writing, projectId);
    return api::json(row, 201);
}

} // namespace

api::Routes settingRoutes()
{
    api::Routes routes;
    for (const Setting &setting : settings()) {
        const std::string path = "/data/projects/{project_id}" + setting.path;
        routes.emplace_back(Verb::Post, path, access::managersOf(), bound(addSetting, setting));
        routes.emplace_back(
            Verb::Delete, path + "/{" + setting.member + "}", access::managersOf(), bound(removeSetting, setting));
    }
    return routes;
}

api::Response listStatuses(api::Reading &reading, const api::Request &request)
{
    return listNamed(reading, request, settingOf("project_task_status_link"));
}

api::Response listAutomations(api::Reading &reading, const api::Request &request)
{
    return listNamed(reading, request, settingOf("project_status_automation_link"));
}

api::Response listBackgrounds(api::Reading &reading, const api::Request &request)
{
    return listNamed(reading, request, settingOf("project_preview_background_file_link"));
}

api::Response listTaskTypes(api::Reading &reading, const api::Request &request)
{
    return listNamed(reading, request, settingOf("project_task_type_link"));
}

api::Response linkTaskType(api::Writing &writing, api::Request &request)
{
    return link(writing, request, settingOf("project_task_type_link"), {{"priority", 1}});
}

api::Response linkTaskStatus(api::Writing &writing, api::Request &request)
{
    return link(writing, request, settingOf("project_task_status_link"), {{"priority", 1}});
}

} // namespace callboard::production
