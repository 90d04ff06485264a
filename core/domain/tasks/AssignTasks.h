// SPDX-License-Identifier: GPL-3.0-or-later
// Who works on what: putting people on tasks and taking them off.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// PUT /actions/tasks/{task_id}/assign
api::Response assignTask(api::Writing &writing, api::Request &request);
/// PUT /actions/persons/{person_id}/assign: tasks that the caller may not assign are passed over.
api::Response assignTasksToPerson(api::Writing &writing, api::Request &request);
/// PUT /actions/tasks/clear-assignation
api::Response clearAssignation(api::Writing &writing, api::Request &request);
/// Puts the person on the task and into the production's team, and tells them. The rights were checked.
void putOnTask(
    api::Writing &writing, const std::string &projectId, const std::string &taskId, const std::string &personId);

} // namespace callboard::tasks
