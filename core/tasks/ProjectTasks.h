// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to the tasks of a production, as lists; by pages where they are asked for.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// GET /data/projects/{project_id}/tasks, with assignees; ?task_type_id=, ?episode_id=. Vendors: their own.
api::Response listProjectTasks(api::Reading &reading, const api::Request &request);
/// GET /data/projects/{project_id}/comments
api::Response listProjectComments(api::Reading &reading, const api::Request &request);
/// GET /data/projects/{project_id}/notifications
api::Response listProjectNotifications(api::Reading &reading, const api::Request &request);
/// GET /data/projects/{project_id}/subscriptions: of tasks
api::Response listProjectSubscriptions(api::Reading &reading, const api::Request &request);

} // namespace callboard::tasks
