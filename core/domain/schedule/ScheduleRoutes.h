// SPDX-License-Identifier: GPL-3.0-or-later
// Schedule items, milestones, schedule versions.
#pragma once

#include "core/api/Route.h"

namespace callboard::schedule {

api::Routes scheduleRoutes();

} // namespace callboard::schedule
