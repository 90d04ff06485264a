// SPDX-License-Identifier: GPL-3.0-or-later
// What the server tells of itself: /, /status, /config, /stats.
#pragma once

#include "core/api/Route.h"

namespace callboard::status {

api::Routes statusRoutes();

} // namespace callboard::status
