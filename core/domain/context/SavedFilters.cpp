// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/context/SavedFilters.h"

#include "core/access/Rules.h"
#include "core/api/Fields.h"
#include "core/records/Record.h"

namespace callboard::context {

namespace {

Json orNull(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json();
}

/// Sharing wants a production and one of its managers; else the filter silently stays private.
bool isShareable(const api::Writing &writing, const Json &projectId)
{
    return projectId.is_string() && access::isManagerOrAdmin(writing, projectId.get<std::string>());
}

void requireExisting(api::Writing &writing, const char *table, const Json &id)
{
    if (id.is_string() && !records::exists(writing.database, table, id.get<std::string>()))
        throw api::notFound("The " + schema::table(table).model());
}

/// The own record, of administrators any; 404 for what is somebody else's, as for what does not exist.
Json ownRecord(api::Reading &reading, const std::string &table, const std::string &id, bool alsoAdmins)
{
    auto record = records::find(reading.database, table, id);
    const bool isOwn = record && (*record)["person_id"] == reading.caller.id;
    if (!record || (!isOwn && !(alsoAdmins && reading.caller.isAdmin())))
        throw api::notFound("The " + schema::table(table).model());
    return std::move(*record);
}

/// A filter's group must be one that the filter's owner sees, and shared as the filter is.
void requireFittingGroup(api::Writing &writing, const Json &groupId, bool isShared)
{
    if (!groupId.is_string()) return;
    const auto group = records::find(writing.database, "search_filter_group", groupId.get<std::string>());
    if (!group) throw api::notFound("The group of filters");
    if ((*group)["is_shared"] != isShared)
        throw api::Error(400, "A filter is shared as its group is.", {{"data", nullptr}});
    if (!isShared && (*group)["person_id"] != writing.caller.id && !writing.caller.isAdmin())
        throw api::notFound("The group of filters");
}

/// What both kinds have in common, for a new one.
Json newValues(api::Writing &writing, const api::Fields &fields)
{
    Json values = {{"list_type", fields.text("list_type")}, {"name", fields.text("name")},
        {"entity_type", orNull(fields.optionalText("entity_type"))},
        {"project_id", orNull(fields.optionalId("project_id"))},
        {"department_id", orNull(fields.optionalId("department_id"))}, {"person_id", writing.caller.id}};
    requireExisting(writing, "project", values["project_id"]);
    requireExisting(writing, "department", values["department_id"]);
    values["is_shared"] = fields.flag("is_shared", false) && isShareable(writing, values["project_id"]);
    return values;
}

/// What both kinds have in common, of a change.
Json changedValues(api::Writing &writing, const api::Fields &fields, const Json &record)
{
    Json values = Json::object();
    for (const char *name : {"list_type", "name", "entity_type", "search_query", "color"})
        if (fields.has(name) && record.contains(name)) values[name] = orNull(fields.optionalText(name));
    for (const char *name : {"project_id", "department_id"})
        if (fields.has(name)) values[name] = orNull(fields.optionalId(name));
    requireExisting(writing, "project", values.value("project_id", Json()));
    requireExisting(writing, "department", values.value("department_id", Json()));
    const Json projectId = values.value("project_id", record["project_id"]);
    const bool wantsSharing = fields.flag("is_shared", record["is_shared"].get<bool>());
    // What is shared already stays so in the hands of its owner only while it keeps its production.
    values["is_shared"] = wantsSharing && isShareable(writing, projectId);
    return values;
}

void requireColour(const std::string &colour)
{
    if (colour.size() > 8) throw api::badField("color", "This is no colour.");
}

} // namespace

Json visibleFilters(api::Reading &reading, const std::string &table)
{
    const auto &caller = reading.caller;
    const auto &shape = records::RowShape::of(table);
    std::string sql = "SELECT " + shape.columns() + " FROM " + table + " WHERE person_id = ?";
    std::vector<store::Value> values{caller.id};
    std::string shared = "is_shared";
    if (!caller.isAdmin()) {
        std::vector<std::string> projects = caller.projectIds;
        if (projects.empty())
            shared = "1 = 0";
        else {
            shared += " AND project_id IN (" + store::placeholders(projects.size()) + ")";
            values.insert(values.end(), projects.begin(), projects.end());
        }
        if (!caller.isManager() && !projects.empty()) {
            const auto &departments = caller.departmentIds;
            shared += " AND (department_id IS NULL"
                + (departments.empty() ? std::string(")")
                                       : " OR department_id IN (" + store::placeholders(departments.size()) + "))");
            values.insert(values.end(), departments.begin(), departments.end());
        }
    }
    auto rows = reading.database.run(sql + " OR (" + shared + ") ORDER BY name, created_at", values);
    Json lists = Json::object();
    while (rows.next()) {
        Json record = shape.toJson(rows);
        const std::string project = record["project_id"].is_null() ? "all" : record["project_id"].get<std::string>();
        lists[record["list_type"].get<std::string>()][project].push_back(std::move(record));
    }
    return lists;
}

api::Response listFilters(api::Reading &reading, const api::Request &)
{
    return api::json(visibleFilters(reading, "search_filter"));
}

api::Response createFilter(api::Writing &writing, api::Request &request)
{
    const api::Fields fields(request);
    Json values = newValues(writing, fields);
    values["search_query"] = fields.text("query");
    values["search_filter_group_id"] = orNull(fields.optionalId("search_filter_group_id"));
    requireFittingGroup(writing, values["search_filter_group_id"], values["is_shared"].get<bool>());
    return api::json(records::insert(writing, "search_filter", values), 201);
}

api::Response updateFilter(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("filter_id");
    const Json filter = ownRecord(writing, "search_filter", id, true);
    const api::Fields fields(request);
    Json values = changedValues(writing, fields, filter);
    // A change that does not name the group takes the filter out of it.
    values["search_filter_group_id"] = orNull(fields.optionalId("search_filter_group_id"));
    requireFittingGroup(writing, values["search_filter_group_id"], values["is_shared"].get<bool>());
    return api::json(records::update(writing, "search_filter", id, values));
}

api::Response removeFilter(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("filter_id");
    ownRecord(writing, "search_filter", id, false);
    records::remove(writing, "search_filter", id);
    return api::noContent();
}

api::Response listFilterGroups(api::Reading &reading, const api::Request &)
{
    return api::json(visibleFilters(reading, "search_filter_group"));
}

api::Response createFilterGroup(api::Writing &writing, api::Request &request)
{
    const api::Fields fields(request);
    Json values = newValues(writing, fields);
    values["color"] = fields.text("color");
    requireColour(values["color"].get<std::string>());
    return api::json(records::insert(writing, "search_filter_group", values), 201);
}

api::Response showFilterGroup(api::Reading &reading, const api::Request &request)
{
    return api::json(ownRecord(reading, "search_filter_group", request.pathId("filter_group_id"), false));
}

api::Response updateFilterGroup(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("filter_group_id");
    const Json group = ownRecord(writing, "search_filter_group", id, true);
    const Json values = changedValues(writing, api::Fields(request), group);
    if (values.contains("color") && values["color"].is_string()) requireColour(values["color"].get<std::string>());
    const Json changed = records::update(writing, "search_filter_group", id, values);
    // A group carries its filters along.
    writing.database.change("UPDATE search_filter SET is_shared = ?, project_id = ?, department_id = ?, updated_at = ?"
                            " WHERE search_filter_group_id = ?",
        changed["is_shared"].get<bool>(),
        changed["project_id"].is_null() ? std::optional<std::string>() : changed["project_id"].get<std::string>(),
        changed["department_id"].is_null() ? std::optional<std::string>() : changed["department_id"].get<std::string>(),
        writing.now, id);
    return api::json(changed);
}

api::Response removeFilterGroup(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("filter_group_id");
    ownRecord(writing, "search_filter_group", id, false);
    writing.database.change("DELETE FROM search_filter WHERE search_filter_group_id = ?", id);
    records::remove(writing, "search_filter_group", id);
    return api::noContent();
}

} // namespace callboard::context
