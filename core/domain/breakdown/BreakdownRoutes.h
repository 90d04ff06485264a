// SPDX-License-Identifier: GPL-3.0-or-later
// Casting, scenes' and shots' asset instances, shared assets, entity links.
#pragma once

#include "core/api/Route.h"

namespace callboard::breakdown {

api::Routes breakdownRoutes();

} // namespace callboard::breakdown
