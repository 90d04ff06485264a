// SPDX-License-Identifier: GPL-3.0-or-later
// A lane of request workers: a few threads, each with a reading connection of its own.
#pragma once

#include "core/studio/LastingConnection.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace callboard {

/// How a lane runs.
struct Lane
{
    unsigned threads = 1;
    std::size_t longestQueue = 0; // work that waits beyond it is refused; 0: no bound
    bool isBehindOthers = false;  // its threads leave the processor to others first
};

class Workers
{
public:
    using Work = std::function<void(store::Connection &)>;
    using Refuse = std::function<void(std::exception_ptr)>;

    /// Opens the first connections; throws store::StoreError when that is not possible.
    Workers(Lane lane, const LastingConnection::Open &open);
    /// Carries out what was submitted, then ends the threads.
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Thread-safe; returns at once. Neither may throw. `refuse` is called instead of `work` when too many wait
    /// (on the calling thread) or the database is away (on a worker).
    void submit(Work work, Refuse refuse);

private:
    struct Task
    {
        Work work;
        Refuse refuse;
    };

    void run(LastingConnection &connection);

    const Lane m_lane;
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<Task> m_waiting;
    unsigned m_idle = 0; // threads that wait for work
    bool m_isStopping = false;
    std::vector<LastingConnection> m_connections; // one a thread
    std::vector<std::thread> m_threads;
};

} // namespace callboard
