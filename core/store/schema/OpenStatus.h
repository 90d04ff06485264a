// SPDX-License-Identifier: GPL-3.0-or-later
// Which productions are worked on: those whose status has one of these names. The others are closed; they are left
// out of lists of what is going on.
#pragma once

#include <string>

namespace callboard::schema {

/// SQL: a list for "project_status.name IN". "Active" is what ShotGrid calls it.
inline const std::string openStatuses = "('Open', 'Active')";

} // namespace callboard::schema
