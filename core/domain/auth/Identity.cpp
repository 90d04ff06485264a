// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/Identity.h"

#include "core/api/Error.h"
#include "core/domain/secrets/Tokens.h"

#include <chrono>

namespace callboard::auth {

namespace {

constexpr std::size_t keptCallers = 4096;

std::int64_t secondsSince1970()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

api::Error signInFirst(const std::string &message)
{
    return api::Error(401, message, {{"msg", message}});
}

std::string cookieNamed(std::string_view cookies, std::string_view name)
{
    while (!cookies.empty()) {
        const auto end = std::min(cookies.find(';'), cookies.size());
        auto cookie = cookies.substr(0, end);
        cookies.remove_prefix(std::min(end + 1, cookies.size()));
        while (!cookie.empty() && cookie.front() == ' ') cookie.remove_prefix(1);
        if (cookie.size() > name.size() && cookie.starts_with(name) && cookie[name.size()] == '=')
            return std::string(cookie.substr(name.size() + 1));
    }
    return {};
}

std::vector<std::string> idsOf(store::Connection &database, const char *sql, const std::string &personId)
{
    std::vector<std::string> ids;
    auto rows = database.query(sql, personId);
    while (rows.next()) ids.push_back(rows.string(0));
    return ids;
}

void requireCurrent(store::Connection &database, const secrets::TokenClaims &claims, std::optional<std::string_view> newestToken)
{
    // Of bots and API tokens the newest one alone is valid; a person's tokens end one by one.
    if (claims.identity != "person") {
        if (newestToken != claims.tokenId) throw signInFirst("The token has been replaced by a newer one.");
        return;
    }
    auto ended = database.query("SELECT (SELECT COUNT(*) FROM revoked_token WHERE jti = ?),"
                                " (SELECT COUNT(*) FROM session_end WHERE person_id = ? AND ended_at >= ?)",
        claims.tokenId, claims.personId, claims.issuedAt);
    ended.next();
    if (ended.integer(0) + ended.integer(1) > 0) throw signInFirst("The token has been revoked.");
}

api::Caller readCaller(store::Connection &database, const secrets::TokenClaims &claims)
{
    auto person = database.query(
        "SELECT role, first_name, last_name, active, is_bot, jti, email FROM person WHERE id = ?", claims.personId);
    if (!person.next()) throw signInFirst("This account does not exist any more.");
    if (!person.boolean(3)) throw signInFirst("This account is not active.");
    requireCurrent(database, claims, person.text(5));
    api::Caller caller;
    caller.id = claims.personId;
    caller.role = api::roleNamed(person.text(0));
    caller.fullName = person.string(1) + (person.text(2).empty() ? "" : " ") + person.string(2);
    caller.isBot = person.boolean(4);
    caller.email = person.string(6);
    caller.departmentIds = idsOf(database, "SELECT department_id FROM department_link WHERE person_id = ?", caller.id);
    caller.projectIds = idsOf(database, "SELECT project_id FROM project_person_link WHERE person_id = ?", caller.id);
    caller.tokenId = claims.tokenId;
    caller.tokenExpiry = claims.expiresAt;
    return caller;
}

} // namespace

std::string shownToken(const api::Request &request, const std::string &cookie)
{
    const auto header = request.headers.find("Authorization");
    if (header && header->starts_with("Bearer ")) return std::string(header->substr(7));
    return cookieNamed(request.headers.find("Cookie").value_or(""), cookie);
}

KnownCaller CallerCache::find(const std::string &token, std::int64_t nowSeconds)
{
    const std::lock_guard guard(m_lock);
    if (m_kept != m_generation) {
        m_callers.clear();
        m_kept = m_generation;
    }
    const auto found = m_callers.find(token);
    if (found == m_callers.end() || found->second->tokenExpiry <= nowSeconds) return nullptr;
    return found->second;
}

void CallerCache::keep(const std::string &token, const KnownCaller &caller, std::uint64_t generation)
{
    const std::lock_guard guard(m_lock);
    if (generation != m_generation || m_kept != generation) return; // Rights changed while it was read.
    if (m_callers.size() >= keptCallers) m_callers.clear();
    m_callers.emplace(token, caller);
}

void requireUsable(store::Connection &database, const secrets::TokenClaims &claims)
{
    auto person = database.query("SELECT active, jti FROM person WHERE id = ?", claims.personId);
    if (!person.next()) throw signInFirst("This account does not exist any more.");
    if (!person.boolean(0)) throw signInFirst("This account is not active.");
    requireCurrent(database, claims, person.text(1));
}

KnownCaller callerOf(
    store::Connection &database, const Services &services, const api::Request &request, CallerCache *cache)
{
    const std::string token = shownToken(request);
    if (token.empty()) throw signInFirst("Sign in first: the request has no access token.");
    const auto now = secondsSince1970();
    if (cache)
        if (auto kept = cache->find(token, now)) return kept;
    const auto generation = cache ? cache->generation() : 0;
    const secrets::TokenClaims claims = secrets::readToken(services.tokenKey, token, now);
    if (claims.kind != "access")
        throw api::Error(422, "Only access tokens are taken here.", {{"msg", "Only access tokens are taken here."}});
    auto caller = std::make_shared<const api::Caller>(readCaller(database, claims));
    if (cache) cache->keep(token, caller, generation);
    return caller;
}

} // namespace callboard::auth
