// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/Announcer.h"

namespace callboard {

Announcer::Announcer()
    : m_thread([this] { run(); })
{}

Announcer::~Announcer()
{
    {
        const std::lock_guard guard(m_lock);
        m_isStopping = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void Announcer::announce(std::vector<api::Event> &&events)
{
    const std::lock_guard guard(m_lock);
    for (api::Event &event : events) m_waiting.push_back(std::move(event));
    m_wake.notify_one();
}

int Announcer::subscribe(Subscriber subscriber)
{
    const std::lock_guard guard(m_subscribersLock);
    m_subscribers.emplace(++m_lastNumber, std::move(subscriber));
    return m_lastNumber;
}

void Announcer::unsubscribe(int number)
{
    const std::lock_guard guard(m_subscribersLock);
    m_subscribers.erase(number);
}

void Announcer::run()
{
    while (true) {
        std::deque<api::Event> events;
        {
            std::unique_lock guard(m_lock);
            m_wake.wait(guard, [this] { return m_isStopping || !m_waiting.empty(); });
            if (m_waiting.empty()) return;
            events.swap(m_waiting);
        }
        const std::lock_guard guard(m_subscribersLock);
        for (const api::Event &event : events)
            for (const auto &[number, subscriber] : m_subscribers) subscriber(event);
    }
}

} // namespace callboard
