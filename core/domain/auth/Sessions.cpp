// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/Sessions.h"

#include "core/domain/auth/Identity.h"
#include "core/domain/secrets/IssuedTokens.h"
#include "core/domain/secrets/Tokens.h"
#include "core/domain/people/Organisation.h"
#include "core/domain/people/PersonJson.h"

#include <QDateTime>

namespace callboard::auth {

namespace {

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
    const auto now = secrets::presentSecond();
    return ended.next() ? std::max(now, ended.integer(0) + 1) : now;
}

std::string accessToken(const api::Reading &reading, const std::string &personId, std::int64_t begin)
{
    return secrets::makeToken(reading.services.tokenKey,
        {personId, reading.services.newId(), "access", "person", begin, begin + secrets::accessSeconds});
}

secrets::TokenClaims refreshClaims(const api::Reading &reading, const api::Request &request)
{
    const std::string token = shownToken(request, "refresh_token_cookie");
    const std::string missing = "Sign in first: the request has no refresh token.";
    if (token.empty()) throw api::Error(401, missing, {{"msg", missing}});
    const secrets::TokenClaims claims = secrets::readToken(reading.services.tokenKey, token, secrets::presentSecond());
    const std::string wrongKind = "Only refresh tokens are taken here.";
    if (claims.kind != "refresh") throw api::Error(422, wrongKind, {{"msg", wrongKind}});
    return claims;
}

} // namespace

Json newSession(api::Writing &writing, const std::string &personId)
{
    const auto begin = beginningOfSession(writing.database, personId);
    const std::string refresh = secrets::makeToken(
        writing.services.tokenKey, {personId, writing.newId(), "refresh", "person", begin, begin + secrets::refreshSeconds});
    return {{"access_token", accessToken(writing, personId, begin)}, {"refresh_token", refresh}};
}

bool isFromBrowser(const api::Request &request)
{
    return request.headers.find("User-Agent").value_or("").starts_with("Mozilla/");
}

void giveCookies(const api::Reading &reading, const api::Request &request, const Json &session, api::Response &response)
{
    if (!isFromBrowser(request)) return;
    for (const auto &[member, life] : {std::pair{"access_token", secrets::accessSeconds}, {"refresh_token", secrets::refreshSeconds}})
        if (session.contains(member))
            response.headers.add("Set-Cookie",
                cookie(reading, std::string(member) + "_cookie", session[member].get<std::string>(), life));
}

api::Response showAuthenticated(api::Reading &reading, const api::Request &)
{
    return api::json({{"authenticated", true},
        {"user", *people::findPerson(reading.database, reading.caller.id, people::PersonForm::WithDepartments)},
        {"organisation", people::organisationFor(reading)}});
}

api::Response refreshSession(api::Writing &writing, api::Request &request)
{
    const secrets::TokenClaims claims = refreshClaims(writing, request);
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
    secrets::tellSessionEnded(writing, writing.caller.id);
    api::Response response = api::json({{"logout", true}});
    if (isFromBrowser(request))
        for (const char *name : {"access_token_cookie", "refresh_token_cookie"})
            response.headers.add("Set-Cookie", cookie(writing, name, "", 0));
    return response;
}

} // namespace callboard::auth
