// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/TaskDates.h"

#include "core/records/RowShape.h"
#include "core/store/schema/OpenStatus.h"

#include <algorithm>

namespace callboard::people {

api::Response listTaskDates(api::Reading &reading, const api::Request &request)
{
    // Who works in nothing that is open has no dates to plan by.
    std::string condition = "person.active AND task.project_id IN (SELECT project.id FROM project JOIN project_status"
                            " ON project_status.id = project.project_status_id WHERE project_status.name IN "
        + schema::openStatuses + ")";
    std::vector<store::Value> values;
    if (const auto project = request.query.find("project_id"); project && !project->empty()) {
        if (!api::isUuid(*project)) throw api::badRequest("project_id is no identifier.");
        condition += " AND task.project_id = ?";
        values.emplace_back(std::string(*project));
    }
    auto rows =
        reading.database.run("SELECT person.id, MIN(task.start_date), MAX(task.due_date) FROM person"
                             " JOIN task_person_link ON person_id = person.id JOIN task ON task.id = task_id WHERE "
                + condition + " GROUP BY person.id ORDER BY person.id",
            values);
    // The API tells these as Python prints them: "None" where there is no date, and a space before the time.
    const auto moment = [&](int column) {
        if (rows.isNull(column)) return std::string("None");
        std::string told = records::toldMoment(rows.text(column));
        std::replace(told.begin(), told.end(), 'T', ' ');
        return told;
    };
    Json dates = Json::array();
    while (rows.next())
        dates.push_back({{"person_id", rows.string(0)}, {"min_date", moment(1)}, {"max_date", moment(2)}});
    return api::json(dates);
}

} // namespace callboard::people
