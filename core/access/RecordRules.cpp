// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/RecordRules.h"

#include "core/access/Belonging.h"

namespace callboard::access {

namespace {

std::string nameOf(Members members)
{
    switch (members) {
    case Members::All: return "team";
    case Members::NotVendors: return "team without vendors";
    case Members::Staff: return "team without clients and vendors";
    case Members::Leaders: return "managers and supervisors";
    case Members::Managers: return "managers";
    }
    throw std::logic_error("unknown members");
}

/// The production that the body names; nothing when the body names none that exists.
std::string projectOfBody(Reading &reading, const Request &request, const std::string &member)
{
    const Json body = request.jsonObject();
    const auto sent = body.find(member);
    if (sent == body.end() || sent->is_null()) throw api::badRequest(member + " is needed.");
    if (!sent->is_string() || !api::isUuid(sent->get_ref<const std::string &>()))
        throw api::badRequest(member + " must be an identifier.");
    const auto id = sent->get<std::string>();
    if (!reading.database.query("SELECT 1 FROM project WHERE id = ?", id).next()) throw api::notFound("The production");
    return id;
}

} // namespace

Access membersOfRecord(std::string table, Members members, std::string parameter)
{
    return {nameOf(members) + " of the " + table + "'s production", false,
        [table, members, parameter](Reading &reading, const Request &request) {
            const auto id = parameter == "instance_id" ? recordId(request, table) : request.pathId(parameter);
            const auto belonging = belongingOrNotFound(reading.database, table, id);
            requireMember(reading, belonging.projectId, members);
        }};
}

Access readersOfRecord(std::string table)
{
    return {"team of the " + table + "'s production; vendors by their tasks", false,
        [table](Reading &reading, const Request &request) {
            requireReading(reading, belongingOrNotFound(reading.database, table, recordId(request, table)));
        }};
}

Access membersOfBody(std::string member, Members members)
{
    return {nameOf(members) + " of the body's " + member, false,
        [member, members](Reading &reading, const Request &request) {
            if (reading.caller.isAdmin()) return;
            // Whoever leads nowhere is refused whatever the body says.
            if (members == Members::Managers && !reading.caller.isManager()) throw api::forbidden();
            if (members == Members::Leaders && !reading.caller.isManager() && !reading.caller.isSupervisor())
                throw api::forbidden();
            requireMember(reading, projectOfBody(reading, request, member), members);
        }};
}

Access ownerOfRecord(std::string table)
{
    return {"the " + table + "'s person, and admins", false, [table](Reading &reading, const Request &request) {
                auto rows = reading.database.query(
                    "SELECT person_id FROM " + table + " WHERE id = ?", recordId(request, table));
                if (!rows.next()) throw api::notFound("The record");
                if (!reading.caller.isAdmin() && rows.text(0) != reading.caller.id) throw api::forbidden();
            }};
}

bool isMember(const Reading &reading, std::string_view projectId, Members members)
{
    const Caller &caller = reading.caller;
    if (caller.isAdmin()) return true;
    if (projectId.empty() || !caller.isInTeamOf(projectId)) return false;
    switch (members) {
    case Members::All: return true;
    case Members::NotVendors: return !caller.isVendor();
    case Members::Staff: return !caller.isVendor() && !caller.isClient();
    case Members::Leaders: return caller.isManager() || caller.isSupervisor();
    case Members::Managers: return caller.isManager();
    }
    return false;
}

void requireMember(const Reading &reading, std::string_view projectId, Members members)
{
    if (!isMember(reading, projectId, members)) throw api::forbidden();
}

} // namespace callboard::access
