// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read, comment, assign and change a task. A task is known by its production, the department of its
// task type and its assignees; these rules read nothing else.
#pragma once

#include "core/access/Rules.h"

#include <optional>
#include <string>

namespace callboard::tasks {

/// Where a task stands, as far as rights depend on it.
struct TaskPlace
{
    std::string taskId;
    std::string projectId;
    std::string departmentId; // of its task type; empty: none
    bool isMine = false;      // the caller is one of the assignees
};

/// Nothing when there is no such task.
std::optional<TaskPlace> placeOfTask(api::Reading &reading, const std::string &taskId);
/// As placeOfTask(); throws 404.
TaskPlace existingPlaceOfTask(api::Reading &reading, const std::string &taskId);

/// The team; vendors only tasks of theirs.
bool mayReadTask(const api::Reading &reading, const TaskPlace &place);
/// Managers and clients of the team, its assignees, the supervisors of its department (or of none).
bool mayActOnTask(const api::Reading &reading, const TaskPlace &place);
/// Who reads it; supervisors of other departments read alone.
bool mayReplyOnTask(const api::Reading &reading, const TaskPlace &place);
/// Managers of the team and supervisors of the department (or of none).
bool mayLeadTask(const api::Reading &reading, const TaskPlace &place);

api::Access readsTask(std::string taskParameter = "task_id");
api::Access actsOnTask(std::string taskParameter = "task_id");
api::Access repliesOnTask(std::string taskParameter = "task_id");
api::Access leadsTask(std::string taskParameter = "task_id");

} // namespace callboard::tasks
