// SPDX-License-Identifier: GPL-3.0-or-later
// The studio's organisation as it is told: chat tokens to administrators alone.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

/// The organisation for the caller of this request.
Json organisationFor(const api::Reading &reading);
/// The same for somebody who signs in: what they may not know is blank.
Json organisationFor(store::Connection &database, bool isAdmin);

} // namespace callboard::people
