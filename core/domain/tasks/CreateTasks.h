// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks made for many entities at once.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// Makes a task named "main" with that identifier and tells it. The rights were checked.
void makeTask(api::Writing &writing, const std::string &id, const std::string &projectId, const std::string &taskTypeId,
    const std::string &entityId, const std::string &statusId);

/// The columns of such a task, for imports that make many at once; they tell each as "task:new".
Json newTaskColumns(const api::Writing &writing, const std::string &id, const std::string &projectId,
    const std::string &taskTypeId, const std::string &entityId, const std::string &statusId);

api::Response createShotTasks(api::Writing &writing, api::Request &request);
api::Response createAssetTasks(api::Writing &writing, api::Request &request);
api::Response createEditTasks(api::Writing &writing, api::Request &request);
api::Response createConceptTasks(api::Writing &writing, api::Request &request);
/// For the entity type named in the path: asset, shot, edit, concept, episode, sequence, scene.
api::Response createTasksOfType(api::Writing &writing, api::Request &request);

} // namespace callboard::tasks
