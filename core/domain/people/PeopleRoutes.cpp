// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/PeopleRoutes.h"

#include "core/domain/people/PeopleRules.h"
#include "core/domain/people/DayOffs.h"
#include "core/domain/people/DesktopLogins.h"
#include "core/domain/people/Licences.h"
#include "core/domain/people/PersonDepartments.h"
#include "core/domain/people/PersonTime.h"
#include "core/domain/people/Persons.h"
#include "core/domain/people/QuotaShots.h"
#include "core/domain/people/SalaryScales.h"
#include "core/domain/people/TaskDates.h"
#include "core/domain/people/TimeSpent.h"

namespace callboard::people {

using enum api::Verb;

namespace {

const std::string person = "/data/persons/{person_id}";

api::Routes recordsOfPeople()
{
    return {
        {Get, "/data/persons", access::signedIn(), listPersons},
        {Post, "/data/persons", access::admins(), createPerson},
        {Get, person, access::signedIn(), showPerson},
        {Put, person, access::signedIn(), updatePerson},
        {Delete, person, access::admins(), removePerson},
        {Post, "/actions/persons/{person_id}/departments/add", access::admins(), addToDepartment},
        {Delete, "/actions/persons/{person_id}/departments/{department_id}", access::admins(), removeFromDepartment},
        {Delete, "/actions/persons/{person_id}/clear-avatar", access::admins(), clearPicture},
        {Delete, "/actions/user/clear-avatar", access::signedIn(), clearPicture},
        {Get, "/data/persons/task-dates", access::admins(), listTaskDates},
        {Get, "/data/salary-scales", access::admins(), listSalaryScales},

        {Get, person + "/desktop-login-logs", selfOrManagers(), listDesktopLogins},
        {Post, person + "/desktop-login-logs", access::signedIn(), createDesktopLogin},
        {Get, "/data/user/desktop-login-logs", access::signedIn(), listDesktopLogins},
        {Post, "/data/user/desktop-login-logs", access::signedIn(), createDesktopLogin},
        {Get, "/data/persons/presence-logs/{month_date}", access::admins(), showPresence},
        {Get, "/data/events/login-logs/last", access::managers(), listLoginLogs},
    };
}

api::Routes dayOffs()
{
    return {
        {Post, "/data/day-offs", access::signedIn(), createDayOff},
        {Get, person + "/day-offs", ownDays(), listDayOffs},
        {Get, person + "/day-offs/{date}", access::signedIn(), showDayOff},
        {Get, person + "/day-offs/week/{year}/{week}", ownDays(), listDayOffsOfSpan},
        {Get, person + "/day-offs/month/{year}/{month}", ownDays(), listDayOffsOfSpan},
        {Get, person + "/day-offs/year/{year}", ownDays(), listDayOffsOfSpan},
        {Get, "/data/persons/day-offs/{year}/{month}", access::signedIn(), listEverybodysDayOffs},
        {Get, "/data/user/day-offs/{date}", access::signedIn(), showOwnDayOff},
    };
}

api::Routes timeSpent()
{
    const std::string onTask = "/actions/tasks/{task_id}/time-spents";
    const std::string tables = "/data/persons/time-spents";
    return {
        {Get, onTask, teamOfTask(), sumTimeOfPeople},
        {Get, onTask + "/{date}", teamOfTask(), sumTimeOfPeople},
        {Post, onTask + "/{date}/persons/{person_id}", access::signedIn(), setTimeSpent},
        {Post, onTask + "/{date}/persons/{person_id}/add", access::signedIn(), addTimeSpent},
        {Delete, onTask + "/{date}/persons/{person_id}", access::signedIn(), removeTimeSpent},

        {Get, person + "/time-spents", access::admins(), listTime},
        {Get, person + "/time-spents/{date}", seesTimeOf(), listTimeOfDay},
        {Get, person + "/time-spents/year/{year}", seesTimeOf(), sumTimeByTask},
        {Get, person + "/time-spents/month/{year}/{month}", seesTimeOf(), sumTimeByTask},
        {Get, person + "/time-spents/month/all/{year}/{month}", ownDays(), listTimeOfMonth},
        {Get, person + "/time-spents/week/{year}/{week}", seesTimeOf(), sumTimeByTask},
        {Get, person + "/time-spents/day/{year}/{month}/{day}", seesTimeOf(), sumTimeByTask},

        {Get, tables + "/year-table", access::signedIn(), showTimeTable},
        {Get, tables + "/month-table/{year}", access::signedIn(), showTimeTable},
        {Get, tables + "/week-table/{year}", access::signedIn(), showTimeTable},
        {Get, tables + "/day-table/{year}/{month}", access::signedIn(), showTimeTable},

        {Get, "/data/user/time-spents", access::signedIn(), listOwnTime},
        {Get, "/data/user/time-spents/{date}", access::signedIn(), listOwnTimeOfDay},
        {Get, "/data/user/tasks/{task_id}/time-spents/{date}", access::signedIn(), showOwnTimeOnTask},
        {Get, "/data/projects/{project_id}/time-spents", access::both(access::staff(), access::teamOf()),
            listTimeOfProject},

        {Get, person + "/quota-shots/month/{year}/{month}", access::signedIn(), listQuotaShots},
        {Get, person + "/quota-shots/week/{year}/{week}", access::signedIn(), listQuotaShots},
        {Get, person + "/quota-shots/day/{year}/{month}/{day}", access::signedIn(), listQuotaShots},
    };
}

} // namespace

api::Routes peopleRoutes()
{
    api::Routes all;
    for (const auto &part : {recordsOfPeople(), dayOffs(), timeSpent(), licenceRoutes()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace callboard::people
