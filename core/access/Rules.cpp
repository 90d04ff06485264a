// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/Rules.h"

namespace callboard::access {

namespace {

Access rule(std::string name, std::function<void(Reading &, const Request &)> require)
{
    return {std::move(name), false, std::move(require)};
}

Access roleRule(std::string name, bool (*isAllowed)(const Caller &))
{
    return rule(std::move(name), [isAllowed](Reading &reading, const Request &) {
        if (!isAllowed(reading.caller)) throw api::forbidden();
    });
}

/// The production must exist before anybody is told that it is closed to them.
std::string existingProject(Reading &reading, const Request &request, const std::string &parameter)
{
    const std::string id = request.pathId(parameter);
    if (!reading.database.query("SELECT 1 FROM project WHERE id = ?", id).next()) throw api::notFound("The production");
    return id;
}

} // namespace

Access everyone()
{
    return {"everyone", true, [](Reading &, const Request &) {}};
}

Access signedIn()
{
    return rule("signed in", [](Reading &, const Request &) {});
}

Access admins()
{
    return roleRule("admins", [](const Caller &caller) { return caller.isAdmin(); });
}

Access managers()
{
    return roleRule("managers", [](const Caller &caller) { return caller.isAdmin() || caller.isManager(); });
}

Access staff()
{
    return roleRule("staff", [](const Caller &caller) { return !caller.isClient() && !caller.isVendor(); });
}

Access notClients()
{
    return roleRule("all but clients", [](const Caller &caller) { return !caller.isClient(); });
}

Access notVendors()
{
    return roleRule("all but vendors", [](const Caller &caller) { return !caller.isVendor(); });
}

Access teamOf(std::string projectParameter)
{
    return rule("team of " + projectParameter, [projectParameter](Reading &reading, const Request &request) {
        requireTeam(reading, existingProject(reading, request, projectParameter));
    });
}

Access managersOf(std::string projectParameter)
{
    return rule("managers of " + projectParameter, [projectParameter](Reading &reading, const Request &request) {
        requireManager(reading, existingProject(reading, request, projectParameter));
    });
}

Access leadersOf(std::string projectParameter)
{
    return rule("managers and supervisors of " + projectParameter,
        [projectParameter](Reading &reading, const Request &request) {
            const auto id = existingProject(reading, request, projectParameter);
            const bool leads = reading.caller.isSupervisor() && reading.caller.isInTeamOf(id);
            if (!leads) requireManager(reading, id);
        });
}

Access selfOrAdmins(std::string personParameter)
{
    return rule("the person of " + personParameter + ", and admins",
        [personParameter](Reading &reading, const Request &request) {
            if (!reading.caller.isAdmin() && request.pathId(personParameter) != reading.caller.id)
                throw api::forbidden();
        });
}

Access both(Access first, Access second)
{
    const std::string name = first.name + "; " + second.name;
    const bool isPublic = first.isPublic && second.isPublic;
    return {name, isPublic,
        [first = std::move(first.require), second = std::move(second.require)](
            Reading &reading, const Request &request) {
            first(reading, request);
            second(reading, request);
        }};
}

void requireAdmin(const Reading &reading)
{
    if (!reading.caller.isAdmin()) throw api::forbidden();
}

void requireTeam(const Reading &reading, std::string_view projectId)
{
    if (!isTeamOrAdmin(reading, projectId)) throw api::forbidden("You are not in the team of this production.");
}

void requireManager(const Reading &reading, std::string_view projectId)
{
    if (!isManagerOrAdmin(reading, projectId))
        throw api::forbidden("Only the managers of this production may do this.");
}

bool isTeamOrAdmin(const Reading &reading, std::string_view projectId)
{
    return reading.caller.isAdmin() || reading.caller.isInTeamOf(projectId);
}

bool isManagerOrAdmin(const Reading &reading, std::string_view projectId)
{
    return reading.caller.isAdmin() || (reading.caller.isManager() && reading.caller.isInTeamOf(projectId));
}

} // namespace callboard::access
