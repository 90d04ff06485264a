// SPDX-License-Identifier: GPL-3.0-or-later
// From a request's token to the person behind it, with role, departments and teams as they are now.
#pragma once

#include "core/api/Caller.h"
#include "core/domain/secrets/Tokens.h"
#include "core/api/Request.h"
#include "core/store/Connection.h"
#include "core/api/Services.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace callboard::auth {

/// The token shown in the bearer header or the cookie; empty when there is none.
std::string shownToken(const api::Request &request, const std::string &cookie = "access_token_cookie");

/// Shared with the cache: with teams and departments it is too much to copy for each request.
using KnownCaller = std::shared_ptr<const api::Caller>;

/// Callers that were read, until rights change. Thread-safe.
class CallerCache
{
public:
    /// Forget everything: a person, a department link or a team has changed.
    void invalidate() { ++m_generation; }
    std::uint64_t generation() const { return m_generation; }
    /// Null when it is not kept.
    KnownCaller find(const std::string &token, std::int64_t nowSeconds);
    /// Keeps a caller read while `generation` was current.
    void keep(const std::string &token, const KnownCaller &caller, std::uint64_t generation);

private:
    std::atomic<std::uint64_t> m_generation = 0;
    std::mutex m_lock;
    std::uint64_t m_kept = 0;
    std::unordered_map<std::string, KnownCaller> m_callers;
};


/// Throws api::Error 401 when the token's person is gone or inactive or the token was ended before its time.
void requireUsable(store::Connection &database, const secrets::TokenClaims &claims);

/// Throws api::Error 401 (no token, revoked, person inactive) or 422 (malformed, of the wrong kind).
KnownCaller callerOf(
    store::Connection &database, const Services &services, const api::Request &request, CallerCache *cache = nullptr);

} // namespace callboard::auth
