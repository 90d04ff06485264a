// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/DayOffs.h"

#include "core/api/Fields.h"
#include "core/domain/people/Span.h"
#include "core/domain/people/TimeSpent.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

std::string day(const api::Fields &fields, std::string_view name)
{
    const auto date = records::storedDate(fields.text(name));
    if (!date) throw api::badField(name, "This is no date.");
    return *date;
}

void requireFreeDays(
    api::Writing &writing, const std::string &personId, const std::string &first, const std::string &last)
{
    auto other = writing.database.query(
        "SELECT 1 FROM day_off WHERE person_id = ? AND date <= ? AND end_date >= ? LIMIT 1", personId, last, first);
    if (other.next()) throw api::Error(400, "Some of these days are off already.", {{"data", nullptr}});
}

api::Response listRows(api::Reading &reading, const std::string &condition, std::vector<store::Value> values)
{
    const auto &shape = records::RowShape::of("day_off");
    auto rows = reading.database.run(
        "SELECT " + shape.columns() + " FROM day_off WHERE " + condition + " ORDER BY date, person_id", values);
    Json list = Json::array();
    while (rows.next()) list.push_back(shape.toJson(rows));
    return api::json(list);
}

Span spanOfDayOffs(const api::Reading &reading, const api::Request &request)
{
    // Days off are planned ahead.
    return spanInPath(request, yearOf(reading.services.now()) + 10);
}

api::Response showDayOffOf(api::Reading &reading, const std::string &personId, const std::string &date)
{
    const auto &shape = records::RowShape::of("day_off");
    auto rows = reading.database.query("SELECT " + shape.columns()
            + " FROM day_off WHERE person_id = ? AND date <= ? AND end_date >= ? ORDER BY date LIMIT 1",
        personId, date, date);
    return api::json(rows.next() ? shape.toJson(rows) : Json::object());
}

} // namespace

void removeTimeOn(api::Writing &writing, const std::string &personId, const std::string &first, const std::string &last)
{
    std::vector<std::array<std::string, 3>> spent;
    auto rows = writing.database.query("SELECT time_spent.id, task.id, task.project_id FROM time_spent"
                                       " JOIN task ON task.id = time_spent.task_id"
                                       " WHERE time_spent.person_id = ? AND date >= ? AND date <= ?",
        personId, first, last);
    while (rows.next()) spent.push_back({rows.string(0), rows.string(1), rows.string(2)});
    for (const auto &[id, taskId, projectId] : spent) {
        records::remove(writing, "time_spent", id);
        writing.tell("time-spent:delete", {{"time_spent_id", id}}, projectId);
        sumTimeOfTask(writing, taskId, projectId);
    }
}

api::Response listDayOffs(api::Reading &reading, const api::Request &request)
{
    return listRows(reading, "person_id = ?", {request.pathId("person_id")});
}

api::Response listDayOffsOfSpan(api::Reading &reading, const api::Request &request)
{
    const Span span = spanOfDayOffs(reading, request);
    return listRows(
        reading, "person_id = ? AND date <= ? AND end_date >= ?", {request.pathId("person_id"), span.last, span.first});
}

api::Response showDayOff(api::Reading &reading, const api::Request &request)
{
    const std::string personId = request.pathId("person_id");
    const std::string date = dayInPath(request, "date");
    if (!records::exists(reading.database, "person", personId)) throw api::notFound("The person");
    const auto &caller = reading.caller;
    const bool sees = caller.id == personId || caller.isAdmin() || caller.isManager() || caller.isSupervisor();
    if (!sees) return api::json(Json::array());
    return showDayOffOf(reading, personId, date);
}

api::Response showOwnDayOff(api::Reading &reading, const api::Request &request)
{
    return showDayOffOf(reading, reading.caller.id, dayInPath(request, "date"));
}

api::Response listEverybodysDayOffs(api::Reading &reading, const api::Request &request)
{
    const Span span = spanOfDayOffs(reading, request);
    if (reading.caller.isAdmin()) return listRows(reading, "date <= ? AND end_date >= ?", {span.last, span.first});
    return listRows(
        reading, "person_id = ? AND date <= ? AND end_date >= ?", {reading.caller.id, span.last, span.first});
}

api::Response createDayOff(api::Writing &writing, api::Request &request)
{
    const api::Fields fields(request.jsonObject());
    const std::string personId = fields.optionalId("person_id").value_or(writing.caller.id);
    if (personId != writing.caller.id && !writing.caller.isAdmin()) throw api::forbidden();
    if (!records::exists(writing.database, "person", personId)) throw api::badRequest("There is no such person.");
    const std::string first = day(fields, "date");
    const std::string last = fields.has("end_date") ? day(fields, "end_date") : first;
    if (last < first) throw api::badRequest("The end lies before the beginning.");
    requireFreeDays(writing, personId, first, last);
    removeTimeOn(writing, personId, first, last);
    const auto description = fields.optionalText("description");
    const Json row = records::insert(writing, "day_off",
        {{"date", first}, {"end_date", last}, {"description", description ? Json(*description) : Json()},
            {"person_id", personId}});
    writing.tell("day-off:new", {{"day_off_id", row["id"]}});
    return api::json(row, 201);
}

} // namespace callboard::people
