// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/DeskRoutes.h"

#include "core/access/ChatRules.h"
#include "core/desk/ChatMessages.h"
#include "core/desk/Chats.h"
#include "core/desk/Context.h"
#include "core/desk/LastEvents.h"
#include "core/desk/News.h"
#include "core/desk/OwnNotifications.h"
#include "core/desk/SavedFilters.h"

namespace callboard::desk {

api::Routes deskRoutes()
{
    using enum api::Verb;
    return {
        {Get, "/data/user/context", access::signedIn(), showContext},

        {Get, "/data/user/chats", access::signedIn(), listOwnChats},
        {Get, "/data/entities/{entity_id}/chat", access::chatsAbout(), showChat},
        {Post, "/actions/user/chats/{entity_id}/join", access::chatsAbout(), joinChat},
        {Delete, "/actions/user/chats/{entity_id}/join", access::chatsAbout(), leaveChat},
        {Get, "/data/entities/{entity_id}/chat/messages", access::chatsAbout(), listMessages},
        {Post, "/data/entities/{entity_id}/chat/messages", access::chatsAbout(), postMessage},
        {Get, "/data/entities/{entity_id}/chat/messages/{chat_message_id}", access::chatsAbout(), showMessage},
        {Delete, "/data/entities/{entity_id}/chat/messages/{chat_message_id}", access::chatsAbout(), removeMessage},

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

        {Get, "/data/user/filters", access::signedIn(), listFilters},
        {Post, "/data/user/filters", access::signedIn(), createFilter},
        {Put, "/data/user/filters/{filter_id}", access::signedIn(), updateFilter},
        {Delete, "/data/user/filters/{filter_id}", access::signedIn(), removeFilter},
        {Get, "/data/user/filter-groups", access::signedIn(), listFilterGroups},
        {Post, "/data/user/filter-groups", access::signedIn(), createFilterGroup},
        {Get, "/data/user/filter-groups/{filter_group_id}", access::signedIn(), showFilterGroup},
        {Put, "/data/user/filter-groups/{filter_group_id}", access::signedIn(), updateFilterGroup},
        {Delete, "/data/user/filter-groups/{filter_group_id}", access::signedIn(), removeFilterGroup},
    };
}

} // namespace callboard::desk
