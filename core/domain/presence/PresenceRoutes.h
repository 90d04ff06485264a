// SPDX-License-Identifier: GPL-3.0-or-later
// Who is connected now. Not part of the Kitsu API, so under a prefix of Callboard's own.
#pragma once

#include "core/api/Route.h"

namespace callboard::presence {

api::Routes presenceRoutes();

} // namespace callboard::presence
