// SPDX-License-Identifier: GPL-3.0-or-later
// Every area's routes: the one place that lists them.
#include "core/studio/AllRoutes.h"

#include "core/domain/auth/AuthRoutes.h"
#include "core/domain/breakdown/BreakdownRoutes.h"
#include "core/domain/context/ContextRoutes.h"
#include "core/domain/news/NewsRoutes.h"
#include "core/domain/talk/TalkRoutes.h"
#include "core/domain/tasks/PublishingRoutes.h"
#include "core/domain/entities/EntityRoutes.h"
#include "core/domain/exchange/ExchangeRoutes.h"
#include "core/domain/files/FileRoutes.h"
#include "core/domain/health/JobRoutes.h"
#include "core/domain/people/PeopleRoutes.h"
#include "core/domain/presence/PresenceRoutes.h"
#include "core/domain/production/ProductionRoutes.h"
#include "core/records/RecordRoutes.h"
#include "core/domain/review/ReviewRoutes.h"
#include "core/domain/schedule/ScheduleRoutes.h"
#include "core/domain/search/SearchRoutes.h"
#include "core/domain/health/StatusRoutes.h"
#include "core/domain/tasks/TaskRoutes.h"

namespace callboard {

api::RouteTable makeRouteTable(const records::Models &models)
{
    return api::RouteTable({health::statusRoutes(), health::jobRoutes(), auth::authRoutes(),
        records::recordRoutes(models), people::peopleRoutes(), production::productionRoutes(),
        entities::entityRoutes(), breakdown::breakdownRoutes(), tasks::taskRoutes(), tasks::publishingRoutes(),
        review::reviewRoutes(), files::fileRoutes(), schedule::scheduleRoutes(), context::contextRoutes(),
        news::newsRoutes(), talk::talkRoutes(), exchange::exchangeRoutes(), search::searchRoutes(),
        presence::presenceRoutes()});
}

} // namespace callboard
