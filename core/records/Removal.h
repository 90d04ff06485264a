// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting what others hang on: a fixed number of statements, however many rows go.
#pragma once

#include "core/api/Operation.h"

#include <string>
#include <string_view>

namespace callboard::records {

/// Deletes tasks with their comments, previews, time, news, notifications, subscriptions, attachments and plans;
/// entities lose those pictures. `column` of the table task ("id", "project_id", "entity_id") has `value`.
/// Their stored files go with the commit.
void removeTasks(api::Writing &writing, std::string_view column, const std::string &value);
/// Deletes everything that belongs to a production, but not its own row.
void removeContentOfProject(api::Writing &writing, const std::string &projectId);

} // namespace callboard::records
