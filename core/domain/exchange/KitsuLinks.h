// SPDX-License-Identifier: GPL-3.0-or-later
// POST /import/kitsu/entity-links: castings from another Kitsu, with their identifiers.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

/// Makes the links of the list, or changes those that join the same two entities: all of them or none. Those of
/// entities outside the caller's productions are left out.
api::Response importKitsuLinks(api::Working &working, api::Request &request);

} // namespace callboard::exchange
