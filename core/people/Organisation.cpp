// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/Organisation.h"

#include "core/records/Record.h"

namespace callboard::people {

Json organisationFor(const api::Reading &reading)
{
    return organisationFor(reading.database, reading.caller.isAdmin());
}

Json organisationFor(store::Connection &database, bool isAdmin)
{
    Json organisation = records::findWhere(database, "organisation", Json::object()).value_or(Json::object());
    if (!isAdmin)
        for (const char *token : {"chat_token_slack", "chat_webhook_mattermost", "chat_token_discord"})
            organisation.erase(token);
    return organisation;
}

} // namespace callboard::people
