// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/news/NewsRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/news/LastEvents.h"
#include "core/domain/news/News.h"
#include "core/domain/news/OwnNotifications.h"

namespace callboard::news {

api::Routes newsRoutes()
{
    using enum api::Verb;
    return {
        {Get, "/data/user/notifications", access::signedIn(), listNotifications},
        {Get, "/data/user/notifications/{notification_id}", access::signedIn(), showNotification},
        {Put, "/data/user/notifications/{notification_id}", access::signedIn(), markNotification},
        {Post, "/actions/user/notifications/mark-all-as-read", access::signedIn(), markAllNotifications},

        {Get, "/data/projects/news", access::notVendors(), listStudioNews},
        {Get, "/data/projects/{project_id}/news", access::both(access::notVendors(), access::teamOf()),
            listProjectNews},
        {Get, "/data/projects/{project_id}/news/{news_id}", access::both(access::notVendors(), access::teamOf()),
            showNews},
        {Get, "/data/events/last", access::managers(), listLastEvents},
    };
}

} // namespace callboard::news
