// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PersonTime.h"

#include "core/domain/people/PeopleRules.h"
#include "core/domain/people/Span.h"
#include "core/domain/people/TimeSpent.h"
#include "core/records/Record.h"

namespace callboard::people {

namespace {

using Values = std::vector<store::Value>;

api::Response listRows(api::Reading &reading, const std::string &joins, const std::string &condition, Values values)
{
    const auto &shape = records::RowShape::of("time_spent");
    const std::string sql = "SELECT " + shape.columns() + " FROM time_spent " + joins + " WHERE " + condition
        + " ORDER BY time_spent.date, time_spent.created_at, time_spent.id";
    return api::stream([&database = reading.database, &shape, sql, values](api::JsonWriter &writer) {
        auto rows = database.run(sql, values);
        writer.beginArray();
        while (rows.next()) shape.writeObject(writer, rows);
        writer.endArray();
    });
}

/// ?start_date and ?end_date, which need each other; nothing when neither is named.
std::optional<Span> spanInQuery(const api::Request &request)
{
    const auto first = request.query.find("start_date");
    const auto last = request.query.find("end_date");
    if (!first && !last) return std::nullopt;
    const auto from = first ? records::storedDate(*first) : std::nullopt;
    const auto to = last ? records::storedDate(*last) : std::nullopt;
    if (!from || !to) throw api::badRequest("start_date and end_date are two days that need each other.");
    return Span{*from, *to};
}

api::Response listSpan(api::Reading &reading, const api::Request &request, const std::string &personId)
{
    const auto span = spanInQuery(request);
    if (!span) return listRows(reading, "", "time_spent.person_id = ?", {personId});
    return listRows(
        reading, "", "time_spent.person_id = ? AND date >= ? AND date <= ?", {personId, span->first, span->last});
}

int presentYear(const api::Reading &reading)
{
    return yearOf(reading.services.now());
}

/// ?project_id narrows; others than admins must be in its team.
void narrowToProject(api::Reading &reading, const api::Request &request, std::string &condition, Values &values)
{
    const auto project = request.query.find("project_id");
    if (!project || project->empty()) return;
    if (!api::isUuid(*project)) throw api::badRequest("project_id is no identifier.");
    if (!reading.caller.isArtist() && !reading.caller.isVendor()) access::requireTeam(reading, *project);
    condition += " AND task.project_id = ?";
    values.emplace_back(std::string(*project));
}

} // namespace

api::Response sumTimeByTask(api::Reading &reading, const api::Request &request)
{
    const Span span = spanInPath(request, presentYear(reading));
    const auto seen = timeSeenBy(reading);
    std::string condition =
        "time_spent.person_id = ? AND time_spent.date >= ? AND time_spent.date <= ? AND " + seen.sql;
    Values values{request.pathId("person_id"), span.first, span.last};
    values.insert(values.end(), seen.values.begin(), seen.values.end());
    narrowToProject(reading, request, condition, values);
    auto rows = reading.database.run(
        "SELECT task.id, task.task_type_id, project.id, project.name, entity.name, entity_type.name,"
        " CASE WHEN parent_type.name = 'Sequence' THEN parent.name END,"
        " CASE WHEN parent_type.name = 'Episode' THEN parent.name ELSE above.name END, SUM(time_spent.duration)"
        " FROM time_spent JOIN task ON task.id = time_spent.task_id JOIN task_type ON task_type.id = task.task_type_id"
        " JOIN project ON project.id = task.project_id JOIN entity ON entity.id = task.entity_id"
        " JOIN entity_type ON entity_type.id = entity.entity_type_id"
        " LEFT JOIN entity parent ON parent.id = COALESCE(entity.parent_id, entity.source_id)"
        " LEFT JOIN entity_type parent_type ON parent_type.id = parent.entity_type_id"
        " LEFT JOIN entity above ON above.id = parent.parent_id WHERE "
            + condition
            + " GROUP BY task.id, task.task_type_id, project.id, project.name, entity.name, entity_type.name,"
              " parent_type.name, parent.name, above.name ORDER BY project.name, entity.name",
        values);
    constexpr std::array names{"task_id", "task_type_id", "project_id", "project_name", "entity_name",
        "entity_type_name", "sequence_name", "episode_name"};
    Json sums = Json::array();
    while (rows.next()) {
        Json sum = Json::object();
        for (int column = 0; column < static_cast<int>(names.size()); ++column)
            sum[names[column]] = rows.isNull(column) ? Json() : Json(rows.string(column));
        sum["duration"] = rows.real(static_cast<int>(names.size()));
        sums.push_back(std::move(sum));
    }
    return api::json(sums);
}

api::Response listTimeOfMonth(api::Reading &reading, const api::Request &request)
{
    const Span span = spanInPath(request, presentYear(reading));
    return listRows(reading, "", "time_spent.person_id = ? AND date >= ? AND date <= ?",
        {request.pathId("person_id"), span.first, span.last});
}

api::Response listTimeOfDay(api::Reading &reading, const api::Request &request)
{
    const std::string date = dayInPath(request, "date");
    const auto seen = timeSeenBy(reading);
    Values values{request.pathId("person_id"), date};
    values.insert(values.end(), seen.values.begin(), seen.values.end());
    return listRows(reading,
        "JOIN task ON task.id = time_spent.task_id JOIN task_type ON task_type.id = task.task_type_id",
        "time_spent.person_id = ? AND time_spent.date = ? AND " + seen.sql, values);
}

api::Response listTime(api::Reading &reading, const api::Request &request)
{
    return listSpan(reading, request, request.pathId("person_id"));
}

api::Response listOwnTimeOfDay(api::Reading &reading, const api::Request &request)
{
    const auto date = records::storedDate(request.pathValue("date"));
    if (!date) throw api::badRequest("This is no day.");
    return listRows(reading, "", "time_spent.person_id = ? AND date = ?", {reading.caller.id, *date});
}

api::Response listOwnTime(api::Reading &reading, const api::Request &request)
{
    return listSpan(reading, request, reading.caller.id);
}

api::Response showOwnTimeOnTask(api::Reading &reading, const api::Request &request)
{
    const auto row = records::findWhere(reading.database, "time_spent",
        {{"task_id", request.pathId("task_id")}, {"person_id", reading.caller.id},
            {"date", dayInPath(request, "date")}});
    return api::json(row ? *row : Json());
}

api::Response sumTimeOfPeople(api::Reading &reading, const api::Request &request)
{
    const auto &shape = records::RowShape::of("time_spent");
    std::string condition = "task_id = ?";
    Values values{request.pathId("task_id")};
    if (!request.pathValue("date").empty()) {
        condition += " AND date = ?";
        values.emplace_back(dayInPath(request, "date"));
    }
    auto rows = reading.database.run(
        "SELECT " + shape.columns() + " FROM time_spent WHERE " + condition + " ORDER BY date, created_at", values);
    Json answer = {{"total", 0}};
    double total = 0;
    while (rows.next()) {
        Json row = shape.toJson(rows);
        total += row["duration"].get<double>();
        answer[row["person_id"].get<std::string>()].push_back(std::move(row));
    }
    if (total > 0) answer["total"] = total;
    return api::json(answer);
}

api::Response listTimeOfProject(api::Reading &reading, const api::Request &request)
{
    std::string condition = "task.project_id = ?";
    Values values{request.pathId("project_id")};
    if (const auto span = spanInQuery(request)) {
        condition += " AND time_spent.date >= ? AND time_spent.date <= ?";
        values.insert(values.end(), {span->first, span->last});
    }
    return listRows(reading, "JOIN task ON task.id = time_spent.task_id", condition, values);
}

} // namespace callboard::people
