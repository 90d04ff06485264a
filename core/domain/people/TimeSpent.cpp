// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/TimeSpent.h"

#include "core/access/Rules.h"
#include "core/api/Fields.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

struct Place
{
    std::string taskId;
    std::string projectId;
    std::string personId;
    std::string date;

    Json key() const { return {{"task_id", taskId}, {"person_id", personId}, {"date", date}}; }
};

/// The person, an administrator, or a manager of the production; and the person must be assigned.
Place placeFor(api::Writing &writing, const api::Request &request)
{
    Place place;
    place.taskId = request.pathId("task_id");
    place.personId = request.pathId("person_id");
    place.date = dayInPath(request, "date");
    auto task = writing.database.query("SELECT project_id FROM task WHERE id = ?", place.taskId);
    if (!task.next()) throw api::notFound("The task");
    place.projectId = task.string(0);
    if (!records::exists(writing.database, "person", place.personId)) throw api::notFound("The person");
    if (writing.caller.id != place.personId) access::requireManager(writing, place.projectId);
    auto assignment = writing.database.query(
        "SELECT 1 FROM task_person_link WHERE task_id = ? AND person_id = ?", place.taskId, place.personId);
    if (!assignment.next()) throw api::forbidden("This person is not assigned to the task.");
    return place;
}

std::int64_t durationOf(const api::Request &request)
{
    const auto duration = api::Fields(request).integer("duration");
    if (duration <= 0) throw api::Error(400, "The duration must be more than nothing.", {{"data", nullptr}});
    return duration;
}

void keepPresence(api::Writing &writing, const Place &place)
{
    const bool isMoved = writing.database.change("UPDATE person SET last_presence = ? WHERE id = ?"
                                                 " AND (last_presence IS NULL OR last_presence < ?)",
                             place.date, place.personId, place.date)
        > 0;
    if (isMoved) writing.tell("person:update", {{"person_id", place.personId}});
}

api::Response write(api::Writing &writing, const Place &place, double duration)
{
    const auto existing = records::findWhere(writing.database, "time_spent", place.key());
    Json row;
    if (existing) {
        row = records::update(writing, "time_spent", (*existing)["id"], {{"duration", duration}});
    } else {
        Json values = place.key();
        values["duration"] = duration;
        row = records::insert(writing, "time_spent", values);
    }
    requireDayHolds(writing, place.personId, place.date);
    writing.tell(existing ? "time-spent:update" : "time-spent:new", {{"time_spent_id", row["id"]}}, place.projectId);
    sumTimeOfTask(writing, place.taskId, place.projectId);
    return api::json(row, 201);
}

} // namespace

std::string dayInPath(const api::Request &request, std::string_view parameter)
{
    const auto text = request.pathValue(parameter);
    const auto date = text.size() == 10 ? records::storedDate(text) : std::nullopt;
    if (!date) throw api::notFound("This day");
    return *date;
}

void requireDayHolds(const api::Reading &reading, const std::string &personId, const std::string &date)
{
    auto rows = reading.database.query(
        "SELECT COALESCE(SUM(duration), 0) FROM time_spent WHERE person_id = ? AND date = ?", personId, date);
    if (rows.next() && rows.real(0) > 24 * 60)
        throw api::Error(400, "A day has no more than 1,440 minutes of work.", {{"data", nullptr}});
}

void sumTimeOfTask(api::Writing &writing, const std::string &taskId, const std::string &projectId)
{
    writing.database.change("UPDATE task SET duration = (SELECT COALESCE(SUM(duration), 0) FROM time_spent"
                            " WHERE time_spent.task_id = task.id), updated_at = ? WHERE id = ?",
        writing.now, taskId);
    writing.tell("task:update", {{"task_id", taskId}}, projectId);
}

api::Response setTimeSpent(api::Writing &writing, api::Request &request)
{
    const Place place = placeFor(writing, request);
    const auto duration = static_cast<double>(durationOf(request));
    // The first time of a day says that the person was there, and is told before it.
    if (!records::findWhere(writing.database, "time_spent", place.key())) keepPresence(writing, place);
    return write(writing, place, duration);
}

api::Response addTimeSpent(api::Writing &writing, api::Request &request)
{
    const Place place = placeFor(writing, request);
    const auto existing = records::findWhere(writing.database, "time_spent", place.key());
    const double before = existing ? (*existing)["duration"].get<double>() : 0;
    return write(writing, place, before + static_cast<double>(durationOf(request)));
}

api::Response removeTimeSpent(api::Writing &writing, api::Request &request)
{
    const Place place = placeFor(writing, request);
    auto existing = records::findWhere(writing.database, "time_spent", place.key());
    if (!existing) throw api::notFound("The time spent");
    const std::string id = (*existing)["id"];
    records::remove(writing, "time_spent", id);
    writing.tell("time-spent:delete", {{"time_spent_id", id}}, place.projectId);
    sumTimeOfTask(writing, place.taskId, place.projectId);
    (*existing)["duration"] = 0;
    return api::json(*existing, 201);
}

} // namespace callboard::people
