// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordHooks.h"

#include "core/records/Record.h"

namespace callboard::records::hooks {

namespace {

/// `ownId`: the day off that is changed; empty for a new one.
void refuseOverlap(api::Writing &writing, const std::string &personId, const std::string &first, const std::string &last,
    const std::string &ownId)
{
    if (last < first) throw api::badRequest("A day off must not end before it begins.");
    auto rows = writing.database.query(
        "SELECT id FROM day_off WHERE person_id = ? AND date <= ? AND end_date >= ?", personId, last, first);
    while (rows.next())
        if (rows.text(0) != ownId) throw api::badRequest("The person has days off in this span already.");
}

std::string changed(const Json &row, const Input &input, const char *column)
{
    if (input.contains(column)) return input.text(column);
    return row[column].is_string() ? row[column].get<std::string>() : std::string();
}

} // namespace

void refuseOverlappingDayOff(api::Writing &writing, Input &input)
{
    refuseOverlap(writing, input.text("person_id"), input.text("date"), input.text("end_date"), {});
}

void refuseOverlappingDayOffOfOther(api::Writing &writing, const Json &row, Input &input)
{
    if (!writing.caller.isAdmin() && changed(row, input, "person_id") != writing.caller.id) throw api::forbidden();
    refuseOverlap(writing, changed(row, input, "person_id"), changed(row, input, "date"),
        changed(row, input, "end_date"), row["id"]);
}

void clearTimeSpentInDayOff(api::Writing &writing, const Json &row)
{
    if (!row["person_id"].is_string()) return;
    const auto person = row["person_id"].get<std::string>();
    const auto first = row["date"].get<std::string>();
    const auto last = row["end_date"].get<std::string>();
    writing.database.change("UPDATE task SET duration = (SELECT COALESCE(SUM(other.duration), 0) FROM time_spent other"
                            " WHERE other.task_id = task.id"
                            " AND NOT (other.person_id = ? AND other.date >= ? AND other.date <= ?))"
                            " WHERE id IN (SELECT task_id FROM time_spent WHERE person_id = ? AND date >= ? AND date <= ?)",
        person, first, last, person, first, last);
    writing.database.change(
        "DELETE FROM time_spent WHERE person_id = ? AND date >= ? AND date <= ?", person, first, last);
}

void sumTimeSpent(api::Writing &writing, const Json &row)
{
    if (!row["task_id"].is_string()) return;
    const auto task = row["task_id"].get<std::string>();
    writing.database.change(
        "UPDATE task SET duration = (SELECT COALESCE(SUM(duration), 0) FROM time_spent WHERE task_id = ?) WHERE id = ?",
        task, task);
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

} // namespace callboard::records::hooks
