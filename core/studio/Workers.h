// SPDX-License-Identifier: GPL-3.0-or-later
// The request workers: a few threads, each with a reading connection of its own.
#pragma once

#include "core/store/Connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace callboard {

class Workers
{
public:
    using Work = std::function<void(store::Connection &)>;
    using OpenConnection = std::function<std::unique_ptr<store::Connection>()>;

    Workers(unsigned count, OpenConnection open);
    /// Carries out what was submitted, then ends the threads.
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Thread-safe; returns at once. Work must not throw.
    void submit(Work work);

private:
    void run(const OpenConnection &open);

    std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<Work> m_waiting;
    unsigned m_idle = 0; // threads that wait for work
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace callboard
