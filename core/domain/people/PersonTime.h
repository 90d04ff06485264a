// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the time that people spent: of one person by task, and of everybody as tables.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

/// By task, of the year, month, week or day in the path.
api::Response sumTimeByTask(api::Reading &reading, const api::Request &request);
/// The rows of the month in the path, whatever the task.
api::Response listTimeOfMonth(api::Reading &reading, const api::Request &request);
/// The rows of a day, or of ?start_date to ?end_date, or all.
api::Response listTimeOfDay(api::Reading &reading, const api::Request &request);
api::Response listTime(api::Reading &reading, const api::Request &request);
api::Response listOwnTimeOfDay(api::Reading &reading, const api::Request &request);
api::Response listOwnTime(api::Reading &reading, const api::Request &request);
api::Response showOwnTimeOnTask(api::Reading &reading, const api::Request &request);

/// {total, PERSON: [rows]}, of a task and of its day.
api::Response sumTimeOfPeople(api::Reading &reading, const api::Request &request);

/// Duration by year, month, week or day and person: {"3": {PERSON: minutes}}.
api::Response showTimeTable(api::Reading &reading, const api::Request &request);

/// The rows of a production's tasks.
api::Response listTimeOfProject(api::Reading &reading, const api::Request &request);

} // namespace callboard::people
