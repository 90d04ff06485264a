// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/Belonging.h"

#include "core/production/OpenStatus.h"
#include "core/schema/Tables.h"

#include <unordered_map>

namespace callboard::access {

namespace {

/// Production, task and entity of a row, by table; the rest of the tables belongs to nobody.
const std::unordered_map<std::string_view, std::string_view> statements = {
    {"project", "SELECT id, NULL, NULL FROM project WHERE id = ?"},
    {"entity", "SELECT project_id, NULL, id FROM entity WHERE id = ?"},
    {"task", "SELECT project_id, id, entity_id FROM task WHERE id = ?"},
    {"milestone", "SELECT project_id, NULL, NULL FROM milestone WHERE id = ?"},
    {"schedule_item", "SELECT project_id, NULL, NULL FROM schedule_item WHERE id = ?"},
    {"metadata_descriptor", "SELECT project_id, NULL, NULL FROM metadata_descriptor WHERE id = ?"},
    {"playlist", "SELECT project_id, NULL, NULL FROM playlist WHERE id = ?"},
    {"budget", "SELECT project_id, NULL, NULL FROM budget WHERE id = ?"},
    {"search_filter", "SELECT project_id, NULL, NULL FROM search_filter WHERE id = ?"},
    {"search_filter_group", "SELECT project_id, NULL, NULL FROM search_filter_group WHERE id = ?"},
    {"production_schedule_version", "SELECT project_id, NULL, NULL FROM production_schedule_version WHERE id = ?"},
    {"production_schedule_version_task_link",
        "SELECT v.project_id, NULL, NULL FROM production_schedule_version_task_link l"
        " JOIN production_schedule_version v ON v.id = l.production_schedule_version_id WHERE l.id = ?"},
    {"comment",
        "SELECT t.project_id, t.id, t.entity_id FROM comment c LEFT JOIN task t ON t.id = c.object_id WHERE c.id = ?"},
    {"attachment_file",
        "SELECT COALESCE(t.project_id, e.project_id), t.id, COALESCE(t.entity_id, e.id) FROM attachment_file a"
        " LEFT JOIN comment c ON c.id = a.comment_id LEFT JOIN task t ON t.id = c.object_id"
        " LEFT JOIN chat_message m ON m.id = a.chat_message_id LEFT JOIN chat ON chat.id = m.chat_id"
        " LEFT JOIN entity e ON e.id = chat.object_id WHERE a.id = ?"},
    {"preview_file",
        "SELECT t.project_id, t.id, t.entity_id FROM preview_file p LEFT JOIN task t ON t.id = p.task_id WHERE p.id = ?"},
    {"news", "SELECT t.project_id, t.id, t.entity_id FROM news n JOIN task t ON t.id = n.task_id WHERE n.id = ?"},
    {"notification",
        "SELECT t.project_id, t.id, t.entity_id FROM notification n JOIN task t ON t.id = n.task_id WHERE n.id = ?"},
    {"subscription",
        "SELECT COALESCE(t.project_id, e.project_id), t.id, COALESCE(t.entity_id, e.id) FROM subscription s"
        " LEFT JOIN task t ON t.id = s.task_id LEFT JOIN entity e ON e.id = s.entity_id WHERE s.id = ?"},
    {"time_spent",
        "SELECT t.project_id, t.id, t.entity_id FROM time_spent s LEFT JOIN task t ON t.id = s.task_id WHERE s.id = ?"},
    {"working_file",
        "SELECT COALESCE(t.project_id, e.project_id), t.id, COALESCE(t.entity_id, e.id) FROM working_file w"
        " LEFT JOIN task t ON t.id = w.task_id LEFT JOIN entity e ON e.id = w.entity_id WHERE w.id = ?"},
    {"output_file",
        "SELECT COALESCE(e.project_id, a.project_id), NULL, COALESCE(e.id, a.id) FROM output_file o"
        " LEFT JOIN entity e ON e.id = o.entity_id LEFT JOIN asset_instance i ON i.id = o.asset_instance_id"
        " LEFT JOIN entity a ON a.id = i.asset_id WHERE o.id = ?"},
    {"asset_instance",
        "SELECT e.project_id, NULL, e.id FROM asset_instance i JOIN entity e ON e.id = i.asset_id WHERE i.id = ?"},
    {"entity_link",
        "SELECT e.project_id, NULL, e.id FROM entity_link l JOIN entity e ON e.id = l.entity_in_id WHERE l.id = ?"},
    {"chat", "SELECT e.project_id, NULL, e.id FROM chat LEFT JOIN entity e ON e.id = chat.object_id WHERE chat.id = ?"},
    {"chat_message",
        "SELECT e.project_id, NULL, e.id FROM chat_message m JOIN chat ON chat.id = m.chat_id"
        " LEFT JOIN entity e ON e.id = chat.object_id WHERE m.id = ?"},
};

} // namespace

std::optional<Belonging> belongingOf(store::Connection &database, std::string_view table, const std::string &id)
{
    const auto known = statements.find(table);
    if (known == statements.end()) {
        if (!database.query("SELECT 1 FROM " + std::string(table) + " WHERE id = ?", id).next()) return std::nullopt;
        return Belonging();
    }
    auto rows = database.query(known->second, id);
    if (!rows.next()) return std::nullopt;
    return Belonging{rows.string(0), rows.string(1), rows.string(2)};
}

Belonging belongingOrNotFound(store::Connection &database, std::string_view table, const std::string &id)
{
    auto belonging = belongingOf(database, table, id);
    if (!belonging) throw api::notFound("The " + schema::table(table).model() + " " + id);
    return std::move(*belonging);
}

std::string recordId(const api::Request &request, std::string_view table)
{
    // Routes of an area's own name the record as {task_id}, and tell a malformed identifier as an unknown one.
    if (request.pathValue("instance_id").empty()) return request.pathId(std::string(table) + "_id");
    const bool isReadAlone =
        table == "software" || table == "output_type" || table == "working_file" || table == "output_file";
    const bool isMissing = table == "comment" || (isReadAlone && request.verb == api::Verb::Get)
        || (table == "playlist" && request.verb == api::Verb::Delete);
    if (!isMissing && !api::isUuid(request.pathValue("instance_id")))
        throw api::badRequest("The identifier in the address is malformed.");
    return request.pathId("instance_id");
}

bool isAssigned(const api::Reading &reading, const std::string &taskId)
{
    return reading.database
        .query("SELECT 1 FROM task_person_link WHERE task_id = ? AND person_id = ?", taskId, reading.caller.id)
        .next();
}

bool hasTaskOf(const api::Reading &reading, const std::string &entityId)
{
    return reading.database
        .query(
            "SELECT 1 FROM task t JOIN task_person_link l ON l.task_id = t.id WHERE t.entity_id = ? AND l.person_id = ?",
            entityId, reading.caller.id)
        .next();
}

void requireReading(const api::Reading &reading, const Belonging &belonging)
{
    const Caller &caller = reading.caller;
    if (caller.isAdmin()) return;
    if (belonging.projectId.empty() || !caller.isInTeamOf(belonging.projectId)) throw api::forbidden();
    if (!caller.isVendor()) return;
    const bool isTheirs = !belonging.taskId.empty()
        ? isAssigned(reading, belonging.taskId)
        : !belonging.entityId.empty() && hasTaskOf(reading, belonging.entityId);
    if (!isTheirs) throw api::forbidden();
}

std::string inTeams(
    const api::Reading &reading, std::string_view column, std::vector<store::Value> &values, bool onlyOpen)
{
    if (reading.caller.isAdmin()) return {};
    values.emplace_back(reading.caller.id);
    std::string sql(column);
    sql += " IN (SELECT link.project_id FROM project_person_link link";
    if (onlyOpen)
        sql += " JOIN project own ON own.id = link.project_id JOIN project_status state"
               " ON state.id = own.project_status_id AND state.name IN "
            + production::openStatuses;
    return sql + " WHERE link.person_id = ?)";
}

} // namespace callboard::access
