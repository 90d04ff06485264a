// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/production/Team.h"

#include "core/access/Rules.h"
#include "core/domain/people/PersonJson.h"

namespace callboard::production {

api::Response listTeam(api::Reading &reading, const api::Request &request)
{
    const auto projectId = request.pathId("project_id");
    const auto form =
        access::isManagerOrAdmin(reading, projectId) ? people::PersonForm::WithDepartments : people::PersonForm::Short;
    return api::stream([&database = reading.database, projectId, form](api::JsonWriter &writer) {
        auto rows = database.query("SELECT " + people::personColumns(database.dialect(), form)
                + " FROM person JOIN project_person_link link ON link.person_id = person.id WHERE link.project_id = ?"
                  " ORDER BY person.first_name, person.last_name",
            projectId);
        writer.beginArray();
        while (rows.next()) people::writePerson(writer, rows, form);
        writer.endArray();
    });
}

} // namespace callboard::production
