// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out changes, each all or nothing, durable when it is told as finished. One thread with one connection, on
// both databases: a rule that reads, checks and writes is alone while it does. Changes that wait are committed
// together (one fsync for all). Servers that share a PostgreSQL take turns by an advisory lock.
#pragma once

#include "core/api/Event.h"
#include "core/studio/LastingConnection.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace callboard {

/// What a change leaves to be done once it is durable.
struct Committed
{
    std::vector<api::Event> events;
    std::vector<std::function<void()>> actions;
};

class Writer
{
public:
    /// Run again when the database asks for it (a deadlock), so it keeps nothing from one run to the next.
    using Change = std::function<Committed(store::Connection &)>;
    using Finished = std::function<void(std::exception_ptr failure)>;
    /// Receives the events of each commit, in commit order.
    using Tell = std::function<void(std::vector<api::Event> &&)>;

    Writer(LastingConnection connection, Tell tell);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Runs `change` in a transaction, then `finished` (without failure: it is durable), both on the writer's
    /// thread. Thread-safe, returns at once.
    void submit(Change change, Finished finished);
    /// Finishes what was submitted and takes nothing more.
    void stop();

private:
    struct Task
    {
        Change change;
        Finished finished;
        Committed committed;
        std::exception_ptr failure;
    };

    void run();
    std::vector<Task> nextBatch();
    void commitTogether(std::vector<Task> &batch);
    void carryOut(store::Connection &database, Task &task);
    void finish(Task &task);

    LastingConnection m_connection;
    Tell m_tell;
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<Task> m_waiting;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace callboard
