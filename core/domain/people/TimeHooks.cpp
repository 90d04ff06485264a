// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/TimeHooks.h"

#include "core/access/Belonging.h"
#include "core/access/Rules.h"
#include "core/domain/people/DayOffs.h"
#include "core/domain/people/TimeSpent.h"
#include "core/records/Record.h"

namespace callboard::people::hooks {

using namespace access;
using namespace records;

namespace {

std::string changed(const Json &row, const Input &input, const char *column)
{
    if (input.contains(column)) return input.text(column);
    return row[column].is_string() ? row[column].get<std::string>() : std::string();
}

void sumTimeOf(api::Writing &writing, const Json &taskId)
{
    if (!taskId.is_string()) return;
    auto task = writing.database.query("SELECT project_id FROM task WHERE id = ?", taskId.get<std::string>());
    if (task.next()) sumTimeOfTask(writing, taskId, task.string(0));
}

} // namespace

void refuseOverlappingDayOff(api::Writing &writing, const Json &row, Input &input)
{
    const auto person = changed(row, input, "person_id");
    const auto first = changed(row, input, "date");
    const auto last = changed(row, input, "end_date");
    if (!writing.caller.isAdmin() && person != writing.caller.id) throw api::forbidden();
    if (last < first) throw api::badRequest("A day off must not end before it begins.");
    auto rows = writing.database.query(
        "SELECT id FROM day_off WHERE person_id = ? AND date <= ? AND end_date >= ?", person, last, first);
    while (rows.next())
        if (rows.text(0) != row["id"]) throw api::badRequest("The person has days off in this span already.");
}

void clearTimeOfDayOff(api::Writing &writing, const Json &before, const Json &row)
{
    const bool isMoved = before["person_id"] != row["person_id"] || before["date"] != row["date"]
        || before["end_date"] != row["end_date"];
    if (!isMoved || !row["person_id"].is_string()) return;
    removeTimeOn(writing, row["person_id"], row["date"], row["end_date"]);
}

void keepTimeSpent(api::Writing &writing, const Json &row)
{
    if (row["person_id"].is_string()) requireDayHolds(writing, row["person_id"], row["date"]);
    sumTimeOf(writing, row["task_id"]);
}

void moveTimeSpent(api::Writing &writing, const Json &before, const Json &row)
{
    if (before["task_id"] != row["task_id"]) sumTimeOf(writing, before["task_id"]);
    if (before["task_id"] != row["task_id"] || before["duration"] != row["duration"] || before["date"] != row["date"]
        || before["person_id"] != row["person_id"])
        keepTimeSpent(writing, row);
}

void dropTimeSpent(api::Writing &writing, const Json &row)
{
    sumTimeOf(writing, row["task_id"]);
}

Access removersOfTime()
{
    return {"the person whose time it is, managers of the task's team, and admins", false,
        [](Reading &reading, const Request &request) {
            auto rows = reading.database.query("SELECT time_spent.person_id, task.project_id FROM time_spent"
                                               " LEFT JOIN task ON task.id = time_spent.task_id"
                                               " WHERE time_spent.id = ?",
                recordId(request, "time_spent"));
            if (!rows.next()) throw api::notFound("The time spent");
            if (rows.text(0) != reading.caller.id) requireManager(reading, rows.text(1));
        }};
}

Condition timeSpentInSpan(const api::Reading &, const api::Request &request)
{
    const auto first = request.query.find("start_date");
    const auto last = request.query.find("end_date");
    if (!first && !last) return {};
    if (!first || !last) throw api::badRequest("start_date and end_date need each other.");
    const auto from = storedDate(*first);
    const auto to = storedDate(*last);
    if (!from || !to) throw api::badRequest("start_date and end_date must be days.");
    return {"time_spent.date >= ? AND time_spent.date <= ?", {*from, *to}};
}

} // namespace callboard::people::hooks
