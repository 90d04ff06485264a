// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of who may do what: every route names one. Default: refuse. A rule reads only what it needs to
// decide; it answers 404 for what does not exist and 403 for what the caller may not touch.
#pragma once

#include "core/api/Route.h"

namespace callboard::access {

using api::Access;
using api::Caller;
using api::Role;
using api::Reading;
using api::Request;

/// Anybody, signed in or not.
Access everyone();
/// Every signed-in person, bots included.
Access signedIn();
Access admins();
/// Admins and managers of any production.
Access managers();
/// Everyone but clients and vendors.
Access staff();
/// Everyone but clients.
Access notClients();
/// Everyone but vendors.
Access notVendors();
/// Members of the team (and admins) of the production named by a path value.
Access teamOf(std::string projectParameter = "project_id");
/// Managers of the team (and admins) of the production named by a path value.
Access managersOf(std::string projectParameter = "project_id");
/// Managers and supervisors of the team (and admins).
Access leadersOf(std::string projectParameter = "project_id");
/// The person named by the path value, and admins.
Access selfOrAdmins(std::string personParameter = "person_id");
/// All must hold, in order.
Access both(Access first, Access second);

// The same decisions for use inside an operation, on rows that have been read. They throw 403.
void requireAdmin(const Reading &reading);
void requireTeam(const Reading &reading, std::string_view projectId);
void requireManager(const Reading &reading, std::string_view projectId);
bool isTeamOrAdmin(const Reading &reading, std::string_view projectId);
bool isManagerOrAdmin(const Reading &reading, std::string_view projectId);

} // namespace callboard::access
