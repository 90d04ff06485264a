// SPDX-License-Identifier: GPL-3.0-or-later
// A task with what a to-do list shows beside it: production, entity, sequence, episode, type and status.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::tasks {

enum class TaskListForm {
    ToDo,    // names prefixed with task_, the last comment, and the episodes that an asset is cast in
    ToCheck, // the same without the episodes of assets
    Open,    // short names
};

/// "SELECT … FROM task …" with all that the rows need; a WHERE follows. The tables are named task, project,
/// entity, entity_type, task_type, task_status.
std::string selectTasksWithContext(store::Dialect dialect, TaskListForm form);
/// Writes one row of such a statement.
void writeTaskWithContext(api::JsonWriter &writer, const store::Rows &rows, TaskListForm form);

} // namespace callboard::tasks
