// SPDX-License-Identifier: GPL-3.0-or-later
// Status automations of a production: a status reached by one task moves another task of the same entity, or
// makes an asset ready for a task type.
#pragma once

#include "core/domain/tasks/CommentTask.h"

namespace callboard::tasks {

/// Runs those that wait for this task type and status. A task is moved at most once in a chain.
void runAutomations(api::Writing &writing, const Task &task, const NewComment &comment);

} // namespace callboard::tasks
