// SPDX-License-Identifier: GPL-3.0-or-later
// Where a record belongs: the production, task and entity that decide who may see it. One statement a record.
#pragma once

#include "core/api/Operation.h"
#include "core/api/Request.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::access {

using api::Caller;

struct Belonging
{
    std::string projectId; // empty: in no production
    std::string taskId;    // empty: not of a task
    std::string entityId;  // empty: not of an entity
};

/// Nothing when the table has no such record. Tables that belong to nobody give an empty Belonging.
std::optional<Belonging> belongingOf(store::Connection &database, std::string_view table, const std::string &id);
/// As belongingOf(); throws 404.
Belonging belongingOrNotFound(store::Connection &database, std::string_view table, const std::string &id);
/// The identifier in a generic route's path: 400 when malformed (404 where the API has it so).
std::string recordId(const api::Request &request, std::string_view table);

/// The caller has the task among the own ones.
bool isAssigned(const api::Reading &reading, const std::string &taskId);
/// The caller has a task of this entity.
bool hasTaskOf(const api::Reading &reading, const std::string &entityId);
/// Team of the production; vendors need an own task there. Throws 403.
void requireReading(const api::Reading &reading, const Belonging &belonging);

/// Text of a condition on `column` (a production's id) that lets admins see all and others their teams';
/// `values` receives what it binds. `onlyOpen` leaves out closed productions for others than admins.
std::string inTeams(
    const api::Reading &reading, std::string_view column, std::vector<store::Value> &values, bool onlyOpen = false);

} // namespace callboard::access
