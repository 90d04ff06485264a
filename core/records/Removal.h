// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting what others hang on: a fixed number of statements, however many rows go.
#pragma once

#include "core/api/Operation.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace callboard::records {

/// Deletes tasks with their comments, previews, time, news, notifications, subscriptions, attachments and plans;
/// entities lose those pictures. `column` of the table task ("id", "project_id", "entity_id") has `value`.
/// Their stored files go with the commit.
void removeTasks(api::Writing &writing, std::string_view column, const std::string &value);
/// True when a row of another table names this one by a reference that would refuse its deletion.
bool isNamed(store::Connection &database, std::string_view table, const std::string &id,
    std::initializer_list<std::string_view> exceptBy = {});
/// Deletes everything that belongs to a production, but not its own row.
void removeContentOfProject(api::Writing &writing, const std::string &projectId);

} // namespace callboard::records
