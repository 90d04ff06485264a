// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Error.h"
#include "core/studio/Writer.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace callboard {

namespace {

/// Changes of one commit at most: bounds how long the first of them waits for its answer.
constexpr std::size_t largestBatch = 64;

class SqliteWriter final : public Writer
{
public:
    SqliteWriter(std::unique_ptr<store::Connection> connection, Tell tell)
        : m_connection(std::move(connection))
        , m_tell(std::move(tell))
        , m_thread([this] { run(); })
    {}
    ~SqliteWriter() override { stop(); }
    SqliteWriter(const SqliteWriter &) = delete;
    SqliteWriter &operator=(const SqliteWriter &) = delete;

    bool hasOwnThread() const override { return true; }

    void submit(Change change, Finished finished) override
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

    void stop() override
    {
        {
            const std::lock_guard guard(m_lock);
            m_isStopping = true;
            m_wake.notify_one();
        }
        if (m_thread.joinable()) m_thread.join();
    }

private:
    struct Task
    {
        Change change;
        Finished finished;
        Committed committed;
        std::exception_ptr failure;
    };

    void run()
    {
        while (true) {
            std::vector<Task> batch = nextBatch();
            if (batch.empty()) return;
            commitTogether(batch);
            for (Task &task : batch) finish(task);
        }
    }

    /// Waits for work; empty when stopping and nothing is left.
    std::vector<Task> nextBatch()
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

    void commitTogether(std::vector<Task> &batch)
    {
        try {
            m_connection->execute("BEGIN IMMEDIATE");
            for (Task &task : batch) carryOut(task);
            m_connection->execute("COMMIT");
        } catch (...) {
            const auto failure = std::current_exception();
            rollBack();
            // Nothing of the batch is durable; whoever had not failed on his own shares this failure.
            for (Task &task : batch)
                if (!task.failure) task.failure = failure;
        }
    }

    /// A change's own failure takes back that change alone.
    void carryOut(Task &task)
    {
        m_connection->execute("SAVEPOINT change");
        try {
            task.committed = task.change(*m_connection);
            m_connection->execute("RELEASE change");
        } catch (...) {
            task.failure = std::current_exception();
            takeBack(task);
        }
    }

    void takeBack(Task &task)
    {
        try {
            m_connection->execute("ROLLBACK TO change; RELEASE change");
        } catch (const store::StoreError &) {
            // SQLite has taken the whole transaction back (full disk): the batch fails for that reason.
            std::rethrow_exception(task.failure);
        }
    }

    void rollBack()
    {
        try {
            m_connection->execute("ROLLBACK");
        } catch (const store::StoreError &) {
            // SQLite has rolled back by itself (full disk): there is no transaction any more.
        }
    }

    void finish(Task &task)
    {
        if (!task.failure) {
            if (!task.committed.events.empty()) m_tell(std::move(task.committed.events));
            for (const auto &action : task.committed.actions) action();
        }
        task.finished(task.failure);
    }

    std::unique_ptr<store::Connection> m_connection;
    Tell m_tell;
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<Task> m_waiting;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace

std::unique_ptr<Writer> makeSqliteWriter(std::unique_ptr<store::Connection> connection, Writer::Tell tell)
{
    return std::make_unique<SqliteWriter>(std::move(connection), std::move(tell));
}

} // namespace callboard
