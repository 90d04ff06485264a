// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/DayOffs.h"

#include "core/api/Fields.h"
#include "core/people/TimeSpent.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

std::string day(const api::Fields &fields, std::string_view name)
{
    const auto date = records::storedDate(fields.text(name));
    if (!date) throw api::badField(name, "This is no date.");
    return *date;
}

void requireFreeDays(api::Writing &writing, const std::string &personId, const std::string &first, const std::string &last)
{
    auto other = writing.database.query(
        "SELECT 1 FROM day_off WHERE person_id = ? AND date <= ? AND end_date >= ? LIMIT 1", personId, last, first);
    if (other.next()) throw api::Error(400, "Some of these days are off already.", {{"data", nullptr}});
}

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

} // namespace

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
