// SPDX-License-Identifier: GPL-3.0-or-later
// How often one address may try to sign in, register or have letters sent: a number at once, then so many a minute.
// Counted on the network thread, given back on workers: thread-safe.
#pragma once

#include "core/api/Request.h"

#include <chrono>
#include <mutex>
#include <unordered_map>

namespace callboard::server {

class AddressLimits
{
public:
    using Clock = std::chrono::steady_clock;

    /// What is counted by itself. Those who guess are sent away; those who know their password never.
    enum class Attempt { None, SignIn, Registration, Letter };

    /// Which attempt a request is.
    static Attempt attemptOf(const api::Request &request);

    /// False when that address has tried too often.
    bool take(Attempt attempt, const std::string &addressKey, Clock::time_point now);
    /// It was no guess after all.
    void giveBack(Attempt attempt, const std::string &addressKey);

private:
    struct Tries
    {
        double left = 0;
        Clock::time_point counted;
    };

    static void refill(Tries &tries, Attempt attempt, Clock::time_point now);
    void forgetRested(Clock::time_point now);

    std::mutex m_mutex;
    std::unordered_map<std::string, Tries> m_tries; // by attempt and address
};

} // namespace callboard::server
