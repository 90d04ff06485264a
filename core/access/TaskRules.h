// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read, comment, assign and change a task. A task is known by its production, the department of its
// task type and its assignees; these rules read nothing else.
#pragma once

#include "core/access/Rules.h"

#include <optional>
#include <string>

namespace callboard::access {

/// Where a task stands, as far as rights depend on it.
struct TaskPlace
{
    std::string taskId;
    std::string projectId;
    std::string departmentId; // of its task type; empty: none
    bool isMine = false;      // the caller is one of the assignees
};

/// Nothing when there is no such task.
std::optional<TaskPlace> placeOfTask(Reading &reading, const std::string &taskId);
/// As placeOfTask(); throws 404.
TaskPlace existingPlaceOfTask(Reading &reading, const std::string &taskId);

/// The team; vendors only tasks of theirs.
bool mayReadTask(const Reading &reading, const TaskPlace &place);
/// Managers and clients of the team, its assignees, the supervisors of its department (or of none).
bool mayActOnTask(const Reading &reading, const TaskPlace &place);
/// Managers of the team and supervisors of the department (or of none).
bool mayLeadTask(const Reading &reading, const TaskPlace &place);

Access readsTask(std::string taskParameter = "task_id");
Access actsOnTask(std::string taskParameter = "task_id");
Access leadsTask(std::string taskParameter = "task_id");

} // namespace callboard::access
