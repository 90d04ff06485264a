// SPDX-License-Identifier: GPL-3.0-or-later
// GET /data/user/…: the entities, tasks and types that the caller has tasks of, in productions of one's teams.
#pragma once

#include "core/api/Route.h"

namespace callboard::entities {

api::Routes ownEntityRoutes();

} // namespace callboard::entities
