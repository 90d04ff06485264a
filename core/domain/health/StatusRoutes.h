// SPDX-License-Identifier: GPL-3.0-or-later
// What the server tells of itself: /, /status, /config, /stats.
#pragma once

#include "core/api/Route.h"

namespace callboard::health {

api::Routes statusRoutes();

} // namespace callboard::health
