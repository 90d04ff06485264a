// SPDX-License-Identifier: GPL-3.0-or-later
// What clients send about a person, checked: the values for the columns, and what is no column.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::people {

struct PersonFields
{
    Json values = Json::object();                        // columns
    std::optional<std::vector<std::string>> departments; // nothing: not named
    std::optional<std::string> password;
    bool namesExpiration = false;
    std::optional<std::string> expirationDate;
};

/// For POST /data/persons. 400 with the fault.
PersonFields newPersonFields(const Json &body, const std::string &today);
/// For PUT /data/persons/{}: what the caller may not change is passed over. 400 with the fault.
PersonFields changedPersonFields(const Json &body, const std::string &today, const api::Caller &caller);

/// As addresses are stored and looked for.
std::string loweredAddress(const std::string &email);
/// True for something@somewhere.
bool isMailAddress(std::string_view text);
/// Throws 400 when another person (bots do not count) has that address.
void requireFreeAddress(api::Writing &writing, const std::string &email, const std::string &personId = {});
/// Those of the identifiers that are departments.
std::vector<std::string> existingDepartments(store::Connection &database, const std::vector<std::string> &ids);

} // namespace callboard::people
