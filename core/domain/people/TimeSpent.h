// SPDX-License-Identifier: GPL-3.0-or-later
// The time that people spend on tasks, in minutes a day: written by those who are assigned.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response setTimeSpent(api::Writing &writing, api::Request &request);
api::Response addTimeSpent(api::Writing &writing, api::Request &request);
api::Response removeTimeSpent(api::Writing &writing, api::Request &request);

/// The day in the path; 404 when it is none.
std::string dayInPath(const api::Request &request, std::string_view parameter);
/// Makes the task's duration the sum of its time again, and tells so.
/// The person has worked no longer on that day, on all tasks, than a day is; 400 otherwise.
void requireDayHolds(const api::Reading &reading, const std::string &personId, const std::string &date);
/// Sums the time spent on the task and tells its change.
void sumTimeOfTask(api::Writing &writing, const std::string &taskId, const std::string &projectId);

} // namespace callboard::people
