// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/AuthRoutes.h"

#include "core/access/Rules.h"
#include "core/auth/Passwords.h"
#include "core/auth/Tokens.h"
#include "core/records/Record.h"

namespace callboard::auth {

namespace {

std::int64_t secondsSince1970()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

/// The tokens of a new session, as members of the answer.
Json newSession(const api::Reading &reading, const std::string &personId)
{
    const auto now = secondsSince1970();
    const auto token = [&](const char *kind, std::int64_t life) {
        return makeToken(reading.services.tokenKey,
            {personId, reading.services.newId(), kind, "person", now, now + life});
    };
    return {{"access_token", token("access", accessSeconds)}, {"refresh_token", token("refresh", refreshSeconds)}};
}

api::Response signIn(api::Working &working, api::Request &request)
{
    const Json credentials = request.anyObject();
    const std::string email = credentials.value("email", "");
    auto person = working.database.query(
        "SELECT id, password FROM person WHERE lower(email) = lower(?) AND active AND NOT is_bot", email);
    if (!person.next() || !isPassword(credentials.value("password", ""), person.string(1)))
        throw api::Error(400, "The address or the password is wrong.", {{"login", false}});
    Json answer = newSession(working, person.string(0));
    answer["login"] = true;
    answer["user"] = records::get(working.database, "person", person.string(0));
    answer["organisation"] = *records::findWhere(working.database, "organisation", Json::object());
    return api::json(answer);
}

} // namespace

api::Routes authRoutes()
{
    return {
        {api::Verb::Post, "/auth/login", access::everyone(), signIn},
    };
}

} // namespace callboard::auth
