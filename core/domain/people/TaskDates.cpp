// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/TaskDates.h"

#include "core/records/RowShape.h"

#include <algorithm>

namespace callboard::people {

api::Response listTaskDates(api::Reading &reading, const api::Request &request)
{
    std::string condition = "person.active";
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
        dates.push_back({{"person_id", rows.string(0)}, {"first_start_date", moment(1)}, {"last_end_date", moment(2)}});
    return api::json(dates);
}

} // namespace callboard::people
