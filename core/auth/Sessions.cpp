// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/Sessions.h"

#include "core/auth/Identity.h"
#include "core/auth/Tokens.h"
#include "core/people/Organisation.h"
#include "core/people/PersonJson.h"

#include <QDateTime>

namespace callboard::auth {

namespace {

constexpr std::int64_t hundredYears = 100LL * 365 * 24 * 3600;

bool isBrowser(const api::Request &request)
{
    return request.headers.find("User-Agent").value_or("").starts_with("Mozilla/");
}

std::string cookie(const api::Reading &reading, const std::string &name, const std::string &value, std::int64_t life)
{
    // SameSite keeps other sites' pages from acting with the session.
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life)
        + (reading.services.isSecure ? "; Secure" : "");
}

/// A second in which no earlier session that was ended could have begun.
std::int64_t beginningOfSession(store::Connection &database, const std::string &personId)
{
    auto ended = database.query("SELECT ended_at FROM session_end WHERE person_id = ?", personId);
    const auto now = presentSecond();
    return ended.next() ? std::max(now, ended.integer(0) + 1) : now;
}

std::string accessToken(const api::Reading &reading, const std::string &personId, std::int64_t begin)
{
    return makeToken(reading.services.tokenKey,
        {personId, reading.services.newId(), "access", "person", begin, begin + accessSeconds});
}

std::int64_t endOfDay(const std::string &date)
{
    return QDateTime::fromString(QString::fromStdString(date) + QStringLiteral("T00:00:00Z"), Qt::ISODate)
               .toSecsSinceEpoch()
        + 24 * 3600;
}

TokenClaims refreshClaims(const api::Reading &reading, const api::Request &request)
{
    const std::string token = shownToken(request, "refresh_token_cookie");
    const std::string missing = "Sign in first: the request has no refresh token.";
    if (token.empty()) throw api::Error(401, missing, {{"msg", missing}});
    const TokenClaims claims = readToken(reading.services.tokenKey, token, presentSecond());
    const std::string wrongKind = "Only refresh tokens are taken here.";
    if (claims.kind != "refresh") throw api::Error(422, wrongKind, {{"msg", wrongKind}});
    return claims;
}

} // namespace

std::int64_t presentSecond()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

Json newSession(api::Writing &writing, const std::string &personId)
{
    const auto begin = beginningOfSession(writing.database, personId);
    const std::string refresh = makeToken(
        writing.services.tokenKey, {personId, writing.newId(), "refresh", "person", begin, begin + refreshSeconds});
    return {{"access_token", accessToken(writing, personId, begin)}, {"refresh_token", refresh}};
}

void giveCookies(const api::Reading &reading, const api::Request &request, const Json &session, api::Response &response)
{
    if (!isBrowser(request)) return;
    for (const auto &[member, life] : {std::pair{"access_token", accessSeconds}, {"refresh_token", refreshSeconds}})
        if (session.contains(member))
            response.headers.add("Set-Cookie",
                cookie(reading, std::string(member) + "_cookie", session[member].get<std::string>(), life));
}

void endSessions(api::Writing &writing, const std::string &personId)
{
    const auto now = presentSecond();
    writing.database.change("INSERT INTO session_end (person_id, ended_at) VALUES (?, ?) "
                            "ON CONFLICT (person_id) DO UPDATE SET ended_at = excluded.ended_at",
        personId, now);
}

std::string newScriptToken(
    api::Writing &writing, const std::string &personId, bool isBot, const std::optional<std::string> &expirationDate)
{
    const auto now = presentSecond();
    TokenClaims claims{personId, writing.newId(), "access", isBot ? "bot" : "person_api", now,
        expirationDate ? endOfDay(*expirationDate) : now + hundredYears};
    writing.database.change("UPDATE person SET jti = ? WHERE id = ?", claims.tokenId, personId);
    return makeToken(writing.services.tokenKey, claims);
}

api::Response showAuthenticated(api::Reading &reading, const api::Request &)
{
    return api::json({{"authenticated", true},
        {"user", *people::findPerson(reading.database, reading.caller.id, people::PersonForm::WithDepartments)},
        {"organisation", people::organisationFor(reading)}});
}

api::Response refreshSession(api::Writing &writing, api::Request &request)
{
    const TokenClaims claims = refreshClaims(writing, request);
    requireUsable(writing.database, claims);
    const Json session = {
        {"access_token", accessToken(writing, claims.personId, beginningOfSession(writing.database, claims.personId))}};
    api::Response response = api::json(session);
    giveCookies(writing, request, session, response);
    return response;
}

api::Response endSession(api::Writing &writing, api::Request &request)
{
    if (writing.caller.isBot) throw api::forbidden("Bots do not sign out.");
    // Revocations are kept until the token would have ended anyway; older ones go.
    writing.database.change("DELETE FROM revoked_token WHERE expires_at < ?", writing.now);
    const auto expires = QDateTime::fromSecsSinceEpoch(writing.caller.tokenExpiry, Qt::UTC)
                             .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.000000"))
                             .toStdString();
    writing.database.change("INSERT INTO revoked_token (jti, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        writing.caller.tokenId, expires);
    api::Response response = api::json({{"logout", true}});
    if (isBrowser(request))
        for (const char *name : {"access_token_cookie", "refresh_token_cookie"})
            response.headers.add("Set-Cookie", cookie(writing, name, "", 0));
    return response;
}

} // namespace callboard::auth
