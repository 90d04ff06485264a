// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/Belonging.h"

#include "core/store/schema/OpenStatus.h"
#include "core/store/schema/Tables.h"

namespace callboard::access {

std::optional<Belonging> belongingOf(store::Connection &database, std::string_view table, const std::string &id)
{
    const std::string &known = schema::table(table).belonging();
    if (known.empty()) {
        if (!database.query("SELECT 1 FROM " + std::string(table) + " WHERE id = ?", id).next()) return std::nullopt;
        return Belonging();
    }
    auto rows = database.query(known, id);
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
            + schema::openStatuses;
    return sql + " WHERE link.person_id = ?)";
}

} // namespace callboard::access
