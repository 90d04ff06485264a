// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/Workers.h"

namespace callboard {

Workers::Workers(unsigned count, OpenConnection open)
{
    for (unsigned i = 0; i < count; ++i) m_threads.emplace_back([this, open] { run(open); });
}

Workers::~Workers()
{
    {
        const std::lock_guard guard(m_lock);
        m_isStopping = true;
        m_wake.notify_all();
    }
    for (std::thread &thread : m_threads) thread.join();
}

void Workers::submit(Work work)
{
    bool isSomeoneIdle = false;
    {
        const std::lock_guard guard(m_lock);
        m_waiting.push_back(std::move(work));
        isSomeoneIdle = m_idle > 0;
    }
    // After the lock, so that who wakes up need not wait for it; and not at all while everybody is busy, who looks
    // for work by himself: waking a thread costs more than a small request.
    if (isSomeoneIdle) m_wake.notify_one();
}

void Workers::run(const OpenConnection &open)
{
    const auto connection = open();
    while (true) {
        Work work;
        {
            std::unique_lock guard(m_lock);
            ++m_idle;
            m_wake.wait(guard, [this] { return m_isStopping || !m_waiting.empty(); });
            --m_idle;
            if (m_waiting.empty()) return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        work(*connection);
    }
}

} // namespace callboard
