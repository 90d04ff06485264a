// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody's time as tables: /data/persons/time-spents/…-table.
#include "core/domain/people/PersonTime.h"

#include "core/domain/people/PeopleRules.h"
#include "core/domain/people/Span.h"

namespace callboard::people {

namespace {

enum class Step { Year, Month, Week, Day };

Step stepOf(const api::Request &request)
{
    for (const auto &[word, step] :
        {std::pair{"year-table", Step::Year}, {"month-table", Step::Month}, {"week-table", Step::Week}})
        if (request.path.find(word) != std::string::npos) return step;
    return Step::Day;
}

std::string keyOf(Step step, const std::string &date)
{
    switch (step) {
    case Step::Year: return date.substr(0, 4);
    case Step::Month: return std::to_string(std::stoi(date.substr(5, 2)));
    case Step::Week: return std::to_string(weekOf(date).first);
    case Step::Day: break;
    }
    return std::to_string(std::stoi(date.substr(8, 2)));
}

Span spanOf(Step step, const api::Reading &reading, const api::Request &request)
{
    const int lastYear = yearOf(reading.services.now());
    if (step == Step::Year) return {"2010-01-01", std::to_string(lastYear) + "-12-31"};
    Span span = spanInPath(request, lastYear, [] { return api::badRequest("This is no such span of days."); });
    if (step != Step::Week) return span;
    // The weeks of a year begin and end in its neighbours.
    const std::string year = span.first.substr(0, 4);
    return {std::to_string(std::stoi(year) - 1) + "-12-29", std::to_string(std::stoi(year) + 1) + "-01-03"};
}

std::optional<std::string> idInQuery(const api::Request &request, const char *name)
{
    const auto id = request.query.find(name);
    if (!id || id->empty()) return std::nullopt;
    if (!api::isUuid(*id)) throw api::badRequest(std::string(name) + " is no identifier.");
    return std::string(*id);
}

} // namespace

api::Response showTimeTable(api::Reading &reading, const api::Request &request)
{
    const Step step = stepOf(request);
    const Span span = spanOf(step, reading, request);
    const auto seen = timeSeenBy(reading);
    std::string condition = "time_spent.date >= ? AND time_spent.date <= ? AND " + seen.sql;
    std::vector<store::Value> values{span.first, span.last};
    values.insert(values.end(), seen.values.begin(), seen.values.end());
    const auto narrow = [&](const char *column, const std::optional<std::string> &id) {
        if (!id) return;
        condition += std::string(" AND ") + column + " = ?";
        values.emplace_back(*id);
    };
    const auto project = idInQuery(request, "project_id");
    if (project && (reading.caller.isManager() || reading.caller.isSupervisor()))
        access::requireTeam(reading, *project);
    const auto department = idInQuery(request, "department_id");
    if (department && reading.caller.isSupervisor() && !reading.caller.departmentIds.empty()
        && !reading.caller.isInDepartment(*department))
        throw api::badRequest("This is none of your departments.");
    narrow("task.project_id", project);
    narrow("task_type.department_id", department);
    narrow("person.studio_id", idInQuery(request, "studio_id"));

    auto rows = reading.database.run("SELECT time_spent.date, time_spent.person_id, SUM(time_spent.duration)"
                                     " FROM time_spent JOIN task ON task.id = time_spent.task_id"
                                     " JOIN task_type ON task_type.id = task.task_type_id"
                                     " JOIN person ON person.id = time_spent.person_id WHERE "
            + condition + " GROUP BY time_spent.date, time_spent.person_id ORDER BY time_spent.date",
        values);
    Json table = Json::object();
    while (rows.next()) {
        const std::string date = rows.string(0);
        if (step == Step::Week && std::to_string(weekOf(date).second) != request.pathValue("year")) continue;
        Json &cell = table[keyOf(step, date)][rows.string(1)];
        cell = (cell.is_null() ? 0.0 : cell.get<double>()) + rows.real(2);
    }
    return api::json(table);
}

} // namespace callboard::people
