// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/Writer.h"

#include "core/api/Error.h"
#include "core/store/DatabaseGone.h"

namespace callboard {

namespace {

/// Changes of one commit at most: bounds how long the first of them waits for its answer.
constexpr std::size_t largestBatch = 64;
/// Runs of a change that a deadlock or the like takes back.
constexpr int mostTries = 5;

void begin(store::Connection &database)
{
    // The number is Callboard's own; the lock is the database's, which holds one studio.
    database.execute(database.isSqlite() ? "BEGIN IMMEDIATE" : "BEGIN; SELECT pg_advisory_xact_lock(7093361502114)");
}

void commit(store::Connection &database)
{
    try {
        database.execute("COMMIT");
    } catch (const store::DatabaseGone &) {
        throw api::Error(
            503, "The database went away while this was stored. Look whether it was before you try again.");
    }
}

void rollBack(store::Connection &database)
{
    try {
        database.execute("ROLLBACK");
    } catch (const store::StoreError &) {
        // SQLite has rolled back by itself (full disk), or the connection is lost: there is no transaction any more.
    }
}

/// A change's own failure takes back that change alone.
void takeBack(store::Connection &database, const std::exception_ptr &failure)
{
    try {
        database.execute("ROLLBACK TO change; RELEASE change");
    } catch (const store::StoreError &) {
        // The whole transaction is gone (full disk, lost connection): the batch fails for that reason.
        std::rethrow_exception(failure);
    }
}

bool isWorthAnotherTry(const std::exception_ptr &failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const store::StoreError &error) {
        return error.kind() == store::StoreError::Kind::Busy;
    } catch (...) {
        return false;
    }
}

} // namespace

Writer::Writer(LastingConnection connection, Tell tell)
    : m_connection(std::move(connection))
    , m_tell(std::move(tell))
    , m_thread([this] { run(); })
{}

Writer::~Writer()
{
    stop();
}

void Writer::submit(Change change, Finished finished)
{
    {
        const std::lock_guard guard(m_lock);
        if (!m_isStopping) {
            m_waiting.push_back({std::move(change), std::move(finished), {}, nullptr});
            m_wake.notify_one();
            return;
        }
    }
    finished(std::make_exception_ptr(api::Error(503, "The server is stopping.")));
}

void Writer::stop()
{
    {
        const std::lock_guard guard(m_lock);
        m_isStopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable()) m_thread.join();
}

void Writer::run()
{
    while (true) {
        std::vector<Task> batch = nextBatch();
        if (batch.empty()) return;
        commitTogether(batch);
        for (Task &task : batch) finish(task);
    }
}

/// Waits for work; empty when stopping and nothing is left.
std::vector<Writer::Task> Writer::nextBatch()
{
    std::unique_lock guard(m_lock);
    m_wake.wait(guard, [this] { return m_isStopping || !m_waiting.empty(); });
    std::vector<Task> batch;
    while (!m_waiting.empty() && batch.size() < largestBatch) {
        batch.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return batch;
}

void Writer::commitTogether(std::vector<Task> &batch)
{
    store::Connection *database = nullptr;
    try {
        database = &m_connection.get();
        begin(*database);
        for (Task &task : batch) carryOut(*database, task);
        commit(*database);
    } catch (...) {
        const auto failure = std::current_exception();
        if (database) rollBack(*database);
        // Nothing of the batch is durable; whoever had not failed on his own shares this failure.
        for (Task &task : batch)
            if (!task.failure) task.failure = failure;
    }
}

void Writer::carryOut(store::Connection &database, Task &task)
{
    for (int tries = 1;; ++tries) {
        database.execute("SAVEPOINT change");
        try {
            task.committed = task.change(database);
            database.execute("RELEASE change");
            task.failure = nullptr;
            return;
        } catch (...) {
            task.failure = std::current_exception();
        }
        takeBack(database, task.failure);
        if (tries == mostTries || !isWorthAnotherTry(task.failure)) return;
    }
}

void Writer::finish(Task &task)
{
    if (!task.failure) {
        if (!task.committed.events.empty()) m_tell(std::move(task.committed.events));
        for (const auto &action : task.committed.actions) action();
    }
    task.finished(task.failure);
}

} // namespace callboard
