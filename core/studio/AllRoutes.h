// SPDX-License-Identifier: GPL-3.0-or-later
// Every area's routes: the one place that lists them.
#pragma once

#include "core/api/Route.h"
#include "core/records/Models.h"

namespace callboard {

/// The table refers to `models`, which must outlive it.
api::RouteTable makeRouteTable(const records::Models &models);

} // namespace callboard
