// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/Workers.h"

#include "core/api/Error.h"

#include <sys/resource.h>
#include <unistd.h>

namespace callboard {

namespace {

/// Linux keeps a niceness for each thread.
void leaveTheProcessorToOthers()
{
    constexpr int niceness = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
}

} // namespace

Workers::Workers(Lane lane, const LastingConnection::Open &open)
    : m_lane(lane)
{
    for (unsigned i = 0; i < lane.threads; ++i) m_connections.emplace_back(open);
    for (LastingConnection &connection : m_connections)
        m_threads.emplace_back([this, &connection] { run(connection); });
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

void Workers::submit(Work work, Refuse refuse)
{
    bool isSomeoneIdle = false;
    bool isTooMuch = false;
    {
        const std::lock_guard guard(m_lock);
        isTooMuch = m_lane.longestQueue > 0 && m_waiting.size() >= m_lane.longestQueue;
        if (!isTooMuch) m_waiting.push_back({std::move(work), std::move(refuse)});
        isSomeoneIdle = m_idle > 0;
    }
    if (isTooMuch) {
        refuse(std::make_exception_ptr(
            api::Error(503, "Too many ask for this at the same moment; try again in a few seconds.")));
        return;
    }
    // After the lock, so that who wakes up need not wait for it; and not at all while everybody is busy, who looks
    // for work by himself: waking a thread costs more than a small request.
    if (isSomeoneIdle) m_wake.notify_one();
}

void Workers::run(LastingConnection &connection)
{
    if (m_lane.isBehindOthers) leaveTheProcessorToOthers();
    while (true) {
        Task task;
        {
            std::unique_lock guard(m_lock);
            ++m_idle;
            m_wake.wait(guard, [this] { return m_isStopping || !m_waiting.empty(); });
            --m_idle;
            if (m_waiting.empty()) return;
            task = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        store::Connection *database = nullptr;
        try {
            database = &connection.get();
        } catch (...) {
            task.refuse(std::current_exception());
        }
        if (database) task.work(*database);
    }
}

} // namespace callboard
