// SPDX-License-Identifier: GPL-3.0-or-later
// Productions, their settings, team, metadata, budgets, statistics.
#pragma once

#include "core/api/Route.h"

namespace callboard::production {

api::Routes productionRoutes();

} // namespace callboard::production
