// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks to do, done and to check of a person, and the open tasks of the studio.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// GET /data/user/tasks, /data/user/done-tasks, /data/user/tasks-to-check
api::Response listOwnTasks(api::Reading &reading, const api::Request &request);
api::Response listOwnDoneTasks(api::Reading &reading, const api::Request &request);
api::Response listTasksToCheck(api::Reading &reading, const api::Request &request);
/// GET /data/persons/{person_id}/tasks, /done-tasks: in productions that the caller is in
api::Response listPersonTasks(api::Reading &reading, const api::Request &request);
api::Response listPersonDoneTasks(api::Reading &reading, const api::Request &request);
/// GET /data/persons/{person_id}/related-tasks/{task_type_id}: tasks of that type on entities of theirs
api::Response listRelatedTasks(api::Reading &reading, const api::Request &request);
/// GET /data/tasks/open-tasks, 100 a page
api::Response listOpenTasks(api::Reading &reading, const api::Request &request);
/// GET /data/tasks/open-tasks/stats: by production, type and status
api::Response countOpenTasks(api::Reading &reading, const api::Request &request);

} // namespace callboard::tasks
