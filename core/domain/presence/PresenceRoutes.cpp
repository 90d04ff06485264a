// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/presence/PresenceRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/presence/PresentPeople.h"

namespace callboard::presence {

namespace {

const std::string everybody = "SELECT id FROM person WHERE active AND NOT is_bot";

/// Clients and vendors see themselves and those with whom they share a production.
const std::string sharingAProduction = everybody
    + " AND (id = ? OR id IN (SELECT mate.person_id FROM project_person_link AS mine"
      " JOIN project_person_link AS mate ON mate.project_id = mine.project_id WHERE mine.person_id = ?))";

api::Response listPresent(api::Reading &reading, const api::Request &)
{
    const auto &caller = reading.caller;
    const std::string order = " ORDER BY first_name, last_name, id";
    const auto present = reading.services.present ? reading.services.present->ids() : std::set<std::string>();
    auto rows = caller.isClient() || caller.isVendor()
        ? reading.database.query(sharingAProduction + order, caller.id, caller.id)
        : reading.database.query(everybody + order);
    Json people = Json::array();
    while (rows.next())
        if (std::string id = rows.string(0); present.contains(id)) people.push_back({{"person_id", std::move(id)}});
    return api::json(people);
}

} // namespace

api::Routes presenceRoutes()
{
    return {
        {api::Verb::Get, "/callboard/presence", access::signedIn(), listPresent},
    };
}

} // namespace callboard::presence
