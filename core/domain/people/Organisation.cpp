// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/people/Organisation.h"

#include "core/records/Record.h"

namespace callboard::people {

namespace {

constexpr std::array chatTokens{"chat_token_slack", "chat_webhook_mattermost", "chat_token_discord"};

} // namespace

Json organisationFor(const api::Reading &reading)
{
    Json organisation = organisationFor(reading.database, reading.caller.isAdmin());
    if (!reading.caller.isAdmin())
        for (const char *token : chatTokens) organisation.erase(token);
    return organisation;
}

Json organisationFor(store::Connection &database, bool isAdmin)
{
    Json organisation = records::findWhere(database, "organisation", Json::object()).value_or(Json::object());
    if (!isAdmin)
        for (const char *token : chatTokens) organisation[token] = "";
    return organisation;
}

} // namespace callboard::people
