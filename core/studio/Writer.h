// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out changes, each all or nothing, durable when it is told as finished.
#pragma once

#include "core/api/Event.h"
#include "core/store/Connection.h"

#include <exception>
#include <functional>
#include <memory>
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
    using Change = std::function<Committed(store::Connection &)>;
    using Finished = std::function<void(std::exception_ptr failure)>;
    /// Receives the events of each commit, in commit order.
    using Tell = std::function<void(std::vector<api::Event> &&)>;

    virtual ~Writer() = default;
    /// Runs `change` in a transaction, then `finished` (without failure: it is durable). Thread-safe.
    virtual void submit(Change change, Finished finished) = 0;
    /// Finishes what was submitted and takes nothing more.
    virtual void stop() = 0;
    /// True when submit() returns at once and work goes on on the writer's own thread.
    virtual bool hasOwnThread() const = 0;
};

/// SQLite: one thread, one connection; changes that wait are committed together (one fsync for all).
std::unique_ptr<Writer> makeSqliteWriter(std::unique_ptr<store::Connection> connection, Writer::Tell tell);
/// PostgreSQL: runs on the calling thread with a connection from a pool.
std::unique_ptr<Writer> makePostgresWriter(std::string url, Writer::Tell tell);

} // namespace callboard
