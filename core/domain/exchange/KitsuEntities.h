// SPDX-License-Identifier: GPL-3.0-or-later
// POST /import/kitsu/entities: many entities at once, from another Kitsu or from the desktop's imports.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

/// Makes or changes the entities of the list by their identifiers, all of them or none. Those outside the
/// caller's productions are left out. Answers with the rows that were written.
api::Response importKitsuEntities(api::Working &working, api::Request &request);

} // namespace callboard::exchange
