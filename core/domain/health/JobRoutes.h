// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of jobs as administrators see it: routes of Callboard's own.
#pragma once

#include "core/api/Route.h"

namespace callboard::health {

api::Routes jobRoutes();

} // namespace callboard::health
