// SPDX-License-Identifier: GPL-3.0-or-later
// What a production uses of the studio: task types, asset types, statuses, automations, backgrounds, and its
// team. One description a list; adding twice and removing what is not there change nothing.
#pragma once

#include "core/api/Route.h"

namespace callboard::production {

/// POST and DELETE of every settings list and of the team.
api::Routes settingRoutes();

api::Response listStatuses(api::Reading &reading, const api::Request &request);
api::Response listAutomations(api::Reading &reading, const api::Request &request);
api::Response listBackgrounds(api::Reading &reading, const api::Request &request);
api::Response listTaskTypes(api::Reading &reading, const api::Request &request);
/// POST /data/task-type-links and /data/task-status-links: adds, or changes priority and boards.
api::Response linkTaskType(api::Writing &writing, api::Request &request);
api::Response linkTaskStatus(api::Writing &writing, api::Request &request);

} // namespace callboard::production
