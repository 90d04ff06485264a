// SPDX-License-Identifier: GPL-3.0-or-later
// People, departments, time spent, days off.
#pragma once

#include "core/api/Route.h"

namespace callboard::people {

api::Routes peopleRoutes();

} // namespace callboard::people
