// SPDX-License-Identifier: GPL-3.0-or-later
// Chats, filters, notifications, news, events: as records they are for administrators alone; people reach
// theirs through the routes of core/desk.
#include "core/records/Model.h"

#include "core/records/RecordHooks.h"

namespace callboard::records {

namespace {

Model closed(std::string path, std::string table)
{
    Model model;
    model.path = std::move(path);
    model.table = std::move(table);
    for (access::Access *right : {&model.list, &model.create, &model.read, &model.change, &model.remove})
        *right = access::admins();
    return model;
}

Model notifications()
{
    Model model = closed("/data/notifications", "notification");
    // "type" is the model's word in all answers; the column is told under a name of its own.
    model.hidden = [](const access::Caller &) -> std::vector<std::string> { return {"type"}; };
    model.extras = {{"notification_type",
        [](store::Dialect dialect) { return store::fragment::jsonText(dialect, "notification.type"); }}};
    return model;
}

Model events()
{
    Model model = closed("/data/events", "api_event");
    model.isSilent = true;
    return model;
}

} // namespace

std::vector<Model> deskModels()
{
    return {closed("/data/chats", "chat"), closed("/data/chat-messages", "chat_message"),
        closed("/data/search-filters", "search_filter"), closed("/data/search-filter-groups", "search_filter_group"),
        closed("/data/subscriptions", "subscription"), notifications(), closed("/data/news", "news"), events()};
}

} // namespace callboard::records
