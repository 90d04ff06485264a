// SPDX-License-Identifier: GPL-3.0-or-later
// POST /import/kitsu/tasks and /import/kitsu/comments: tasks and what was said about them, from another Kitsu, with
// their identifiers and without notifying anybody.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

/// Makes or changes the tasks of the list, all of them or none. Those outside the caller's productions are left out.
api::Response importKitsuTasks(api::Working &working, api::Request &request);
/// Makes or changes the comments; their tasks must be there. Statuses stay: tasks bring their own.
api::Response importKitsuComments(api::Working &working, api::Request &request);

} // namespace callboard::exchange
