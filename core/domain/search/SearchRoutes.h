// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/Route.h"

namespace callboard::search {

api::Routes searchRoutes();

} // namespace callboard::search
