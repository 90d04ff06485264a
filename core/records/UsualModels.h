// SPDX-License-Identifier: GPL-3.0-or-later
// Models as most tables have them; an area begins with one of these and says what is different.
#pragma once

#include "core/records/Model.h"

namespace callboard::records {

/// Administrators alone.
Model closed(std::string path, std::string table);
/// Read by everyone who is signed in, written by administrators.
Model shared(std::string path, std::string table);
/// Listed for all but vendors, the rest for administrators.
Model listedForStaff(std::string path, std::string table);
/// Read with the task or entity that it belongs to, the rest for administrators.
Model belonging(std::string path, std::string table);
/// Limits a list to the caller's productions; `column` is a production's identifier.
std::function<Condition(const api::Reading &, const api::Request &)> ofOwnTeams(std::string column);

} // namespace callboard::records
