// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/QuotaShots.h"

#include "core/access/Rules.h"
#include "core/domain/people/Span.h"
#include "core/records/Record.h"

#include <cmath>

namespace callboard::people {

namespace {

struct Mode
{
    bool isWeighted = true;
    std::string endColumn = "end_date"; // when the task ended, in the eyes of this mode
};

Mode modeOf(const api::Request &request)
{
    const auto name = request.query.find("count_mode").value_or("weighted");
    if (name == "weighted") return {true, "end_date"};
    if (name == "weighteddone") return {true, "done_date"};
    if (name == "feedback") return {false, "end_date"};
    if (name == "done") return {false, "done_date"};
    throw api::badRequest("count_mode is weighted, weighteddone, feedback or done.");
}

/// The person, managers of the production and admins.
void requireSight(api::Reading &reading, const std::string &personId, const std::string &projectId)
{
    if (!records::exists(reading.database, "person", personId)) throw api::notFound("The person");
    if (reading.caller.id != personId) access::requireManager(reading, projectId);
}

/// The share of a task's working days that lies in the span.
double shareOfDays(const std::string &begin, const std::string &end, const Span &span)
{
    const int all = workingDays(begin, end);
    const int inside = workingDays(std::max(begin, span.first), std::min(end, span.last));
    return all > 0 ? static_cast<double>(inside) / all : 0;
}

} // namespace

api::Response listQuotaShots(api::Reading &reading, const api::Request &request)
{
    const std::string personId = request.pathId("person_id");
    const std::string projectId(request.query.find("project_id").value_or(""));
    const std::string taskTypeId(request.query.find("task_type_id").value_or(""));
    const Mode mode = modeOf(request);
    requireSight(reading, personId, projectId);
    const Span span = spanInPath(request, yearOf(reading.services.now()));
    if (!api::isUuid(projectId) || !api::isUuid(taskTypeId)) return api::json(Json::array());

    const auto &shape = records::RowShape::of("entity");
    const std::string end = "task." + mode.endColumn;
    auto rows = reading.database.query("SELECT " + shape.columns()
            + ", sequence.name, episode.name, task.real_start_date, " + end
            + ", COALESCE((SELECT SUM(duration) FROM time_spent WHERE task_id = task.id AND person_id = ?), 0),"
              " COALESCE((SELECT SUM(duration) FROM time_spent WHERE task_id = task.id AND person_id = ?"
              " AND date >= ? AND date <= ?), 0)"
              " FROM task JOIN task_person_link ON task_person_link.task_id = task.id"
              " JOIN entity ON entity.id = task.entity_id JOIN entity_type ON entity_type.id = entity.entity_type_id"
              " LEFT JOIN entity sequence ON sequence.id = entity.parent_id"
              " LEFT JOIN entity episode ON episode.id = sequence.parent_id"
              " WHERE task_person_link.person_id = ? AND task.project_id = ? AND task.task_type_id = ?"
              " AND entity_type.name = 'Shot' AND "
            + end + " IS NOT NULL ORDER BY episode.name, sequence.name, entity.name",
        personId, personId, span.first, span.last, personId, projectId, taskTypeId);
    Json shots = Json::array();
    while (rows.next()) {
        const int next = shape.size();
        const std::string endDay = dayOf(rows.string(next + 3));
        const std::string begin = rows.isNull(next + 2) ? endDay : dayOf(rows.string(next + 2));
        const double total = rows.real(next + 4);
        const double share = !mode.isWeighted ? (span.holds(endDay) ? 1 : 0)
            : total > 0                       ? rows.real(next + 5) / total
                                              : shareOfDays(begin, endDay, span);
        if (share <= 0) continue;
        Json shot = shape.toJson(rows);
        std::string name = shot["name"].get<std::string>();
        for (const int column : {next, next + 1})
            if (!rows.isNull(column)) name = rows.string(column) + " / " + name;
        shot["full_name"] = name;
        shot["weight"] = std::round(share * 100) / 100;
        shots.push_back(std::move(shot));
    }
    return api::json(shots);
}

} // namespace callboard::people
