// SPDX-License-Identifier: GPL-3.0-or-later
// One task with everything around it, and removal.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::tasks {

/// GET /data/tasks/{task_id}/full
api::Response readFullTask(api::Reading &reading, const api::Request &request);
/// POST /actions/projects/{project_id}/delete-tasks
api::Response deleteTasks(api::Writing &writing, api::Request &request);
/// DELETE /actions/projects/{project_id}/task-types/{task_type_id}/delete-tasks
api::Response deleteTasksOfType(api::Writing &writing, api::Request &request);

} // namespace callboard::tasks
