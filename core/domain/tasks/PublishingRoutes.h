// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing: the files that comments bring as revisions of their task.
#pragma once

#include "core/api/Route.h"

namespace callboard::tasks {

api::Routes publishingRoutes();

} // namespace callboard::tasks
