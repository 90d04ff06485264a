// SPDX-License-Identifier: GPL-3.0-or-later
// Tells committed events to whoever subscribed, in commit order, on a thread of its own.
#pragma once

#include "core/api/Event.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace callboard {

class Announcer
{
public:
    using Subscriber = std::function<void(const api::Event &)>;

    Announcer();
    ~Announcer();
    Announcer(const Announcer &) = delete;
    Announcer &operator=(const Announcer &) = delete;

    /// Thread-safe; returns at once.
    void announce(std::vector<api::Event> &&events);
    /// The subscriber is called on the announcer's thread until unsubscribe() has returned.
    int subscribe(Subscriber subscriber);
    void unsubscribe(int number);

private:
    void run();

    std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<api::Event> m_waiting;
    bool m_isStopping = false;
    std::mutex m_subscribersLock;
    std::map<int, Subscriber> m_subscribers;
    int m_lastNumber = 0;
    std::thread m_thread;
};

} // namespace callboard
