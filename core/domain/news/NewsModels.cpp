// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/news/NewsModels.h"

#include "core/records/UsualModels.h"

namespace callboard::news {

namespace {

using namespace access;
using namespace records;

Model notifications()
{
    Model model = closed("/data/notifications", "notification");
    // "type" is the model's word in all answers; the column is told under a name of its own.
    model.hidden = [](const api::Caller &) -> std::vector<std::string> { return {"type"}; };
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

std::vector<records::Model> newsModels()
{
    return {notifications(), events(), closed("/data/news", "news")};
}

} // namespace callboard::news
