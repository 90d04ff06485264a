// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/PeopleRoutes.h"

#include "core/access/Rules.h"
#include "core/people/DayOffs.h"
#include "core/people/Persons.h"
#include "core/people/SalaryScales.h"
#include "core/people/TimeSpent.h"

namespace callboard::people {

api::Routes peopleRoutes()
{
    using enum api::Verb;
    const std::string onTask = "/actions/tasks/{task_id}/time-spents";
    return {
        {Post, "/data/persons", access::admins(), createPerson},
        {Get, "/data/persons/{person_id}", access::signedIn(), showPerson},
        {Put, "/data/persons/{person_id}", access::signedIn(), updatePerson},

        {Post, "/data/day-offs", access::signedIn(), createDayOff},
        {Get, "/data/salary-scales", access::admins(), listSalaryScales},

        {Post, onTask + "/{date}/persons/{person_id}", access::signedIn(), setTimeSpent},
        {Post, onTask + "/{date}/persons/{person_id}/add", access::signedIn(), addTimeSpent},
        {Delete, onTask + "/{date}/persons/{person_id}", access::signedIn(), removeTimeSpent},
    };
}

} // namespace callboard::people
