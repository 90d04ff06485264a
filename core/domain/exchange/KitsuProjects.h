// SPDX-License-Identifier: GPL-3.0-or-later
// POST /import/kitsu/projects: productions from another Kitsu, with their identifiers. Administrators alone; what
// others send is left out.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

/// Makes or changes the productions of the list, all of them or none. Task types, statuses and asset types are added
/// to those that a production has; its team stays. Answers with the rows that were written.
api::Response importKitsuProjects(api::Working &working, api::Request &request);

} // namespace callboard::exchange
