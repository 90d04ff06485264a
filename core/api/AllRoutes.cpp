// SPDX-License-Identifier: GPL-3.0-or-later
// Every area's routes: the one place that lists them.
#include "core/api/Route.h"

#include "core/auth/AuthRoutes.h"
#include "core/breakdown/BreakdownRoutes.h"
#include "core/desk/DeskRoutes.h"
#include "core/entities/EntityRoutes.h"
#include "core/exchange/ExchangeRoutes.h"
#include "core/files/FileRoutes.h"
#include "core/jobs/JobRoutes.h"
#include "core/people/PeopleRoutes.h"
#include "core/presence/PresenceRoutes.h"
#include "core/production/ProductionRoutes.h"
#include "core/records/RecordRoutes.h"
#include "core/review/ReviewRoutes.h"
#include "core/schedule/ScheduleRoutes.h"
#include "core/search/SearchRoutes.h"
#include "core/status/StatusRoutes.h"
#include "core/tasks/TaskRoutes.h"

namespace callboard::api {

RouteTable makeRouteTable()
{
    return RouteTable({status::statusRoutes(), auth::authRoutes(), records::recordRoutes(), people::peopleRoutes(),
        production::productionRoutes(), entities::entityRoutes(), breakdown::breakdownRoutes(), tasks::taskRoutes(),
        review::reviewRoutes(), files::fileRoutes(), schedule::scheduleRoutes(), desk::deskRoutes(),
        exchange::exchangeRoutes(), jobs::jobRoutes(), search::searchRoutes(),
        presence::presenceRoutes()});
}

} // namespace callboard::api
