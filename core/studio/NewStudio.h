// SPDX-License-Identifier: GPL-3.0-or-later
// What a new studio begins with: departments, task types, statuses, entity types, production statuses,
// one organisation; and its first administrator.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard {

void fillNewStudio(api::Writing &writing);

/// Makes the first administrator, or gives an existing person with that address the role and password.
/// `passwordHash` comes from secrets::hashPassword.
void ensureAdministrator(api::Writing &writing, const std::string &email, const std::string &passwordHash);

} // namespace callboard
