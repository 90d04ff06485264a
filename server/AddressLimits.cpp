// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/AddressLimits.h"

namespace callboard::server {

namespace {

struct Allowance
{
    double atOnce;
    double aMinute;
};

/// A whole studio may sit behind one address, and each mistypes now and then.
Allowance allowanceOf(AddressLimits::Attempt attempt)
{
    if (attempt == AddressLimits::Attempt::SignIn) return {120, 60};
    return {30, 6};
}

constexpr std::size_t mostAddresses = 100'000;

std::string keyOf(AddressLimits::Attempt attempt, const std::string &addressKey)
{
    return std::to_string(static_cast<int>(attempt)) + addressKey;
}

} // namespace

AddressLimits::Attempt AddressLimits::attemptOf(const api::Request &request)
{
    const std::string_view path = request.path;
    if (!path.starts_with("/auth/")) return Attempt::None;
    if (request.verb == api::Verb::Post && path.starts_with("/auth/login")) return Attempt::SignIn;
    if (request.verb == api::Verb::Post && path.starts_with("/auth/register")) return Attempt::Registration;
    if (path.starts_with("/auth/reset-password"))
        return request.verb == api::Verb::Post ? Attempt::Letter : Attempt::SignIn;
    if (request.verb == api::Verb::Get && path.starts_with("/auth/email-otp")) return Attempt::Letter;
    return Attempt::None;
}

void AddressLimits::refill(Tries &tries, Attempt attempt, Clock::time_point now)
{
    const auto [atOnce, aMinute] = allowanceOf(attempt);
    const auto minutes = std::chrono::duration<double, std::ratio<60>>(now - tries.counted).count();
    tries.left = std::min(atOnce, tries.left + minutes * aMinute);
    tries.counted = now;
}

bool AddressLimits::take(Attempt attempt, const std::string &addressKey, Clock::time_point now)
{
    if (attempt == Attempt::None) return true;
    const std::lock_guard lock(m_mutex);
    if (m_tries.size() >= mostAddresses) forgetRested(now);
    const auto [found, isNew] =
        m_tries.try_emplace(keyOf(attempt, addressKey), Tries{allowanceOf(attempt).atOnce, now});
    auto &tries = found->second;
    if (!isNew) refill(tries, attempt, now);
    if (tries.left < 1) return false;
    tries.left -= 1;
    return true;
}

void AddressLimits::giveBack(Attempt attempt, const std::string &addressKey)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_tries.find(keyOf(attempt, addressKey)); found != m_tries.end()) found->second.left += 1;
}

void AddressLimits::forgetRested(Clock::time_point now)
{
    std::erase_if(m_tries, [now](const auto &entry) { return now - entry.second.counted > std::chrono::minutes(5); });
}

} // namespace callboard::server
