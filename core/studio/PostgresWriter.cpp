// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Error.h"
#include "core/studio/Writer.h"

#include <mutex>

namespace callboard {

namespace {

class PostgresWriter final : public Writer
{
public:
    PostgresWriter(std::string url, Tell tell)
        : m_url(std::move(url))
        , m_tell(std::move(tell))
    {}

    bool hasOwnThread() const override { return false; }
    void stop() override {}

    void submit(Change change, Finished finished) override
    {
        std::exception_ptr failure;
        Committed committed;
        try {
            committed = commit(change);
        } catch (...) {
            failure = std::current_exception();
        }
        for (const auto &action : committed.actions) action();
        finished(failure);
    }

private:
    Committed commit(const Change &change)
    {
        auto connection = take();
        Committed committed;
        try {
            connection->execute("BEGIN");
            committed = change(*connection);
            // Commits are told in the order in which they became durable.
            const std::lock_guard guard(m_commitOrder);
            connection->execute("COMMIT");
            if (!committed.events.empty()) m_tell(std::move(committed.events));
        } catch (...) {
            // A connection that cannot even roll back is lost and not given back.
            connection->execute("ROLLBACK");
            giveBack(std::move(connection));
            throw;
        }
        giveBack(std::move(connection));
        return committed;
    }

    std::unique_ptr<store::Connection> take()
    {
        {
            const std::lock_guard guard(m_lock);
            if (!m_free.empty()) {
                auto connection = std::move(m_free.back());
                m_free.pop_back();
                return connection;
            }
        }
        return store::openPostgres(m_url);
    }

    void giveBack(std::unique_ptr<store::Connection> connection)
    {
        const std::lock_guard guard(m_lock);
        m_free.push_back(std::move(connection));
    }

    std::string m_url;
    Tell m_tell;
    std::mutex m_lock;
    std::mutex m_commitOrder;
    std::vector<std::unique_ptr<store::Connection>> m_free;
};

} // namespace

std::unique_ptr<Writer> makePostgresWriter(std::string url, Writer::Tell tell)
{
    return std::make_unique<PostgresWriter>(std::move(url), std::move(tell));
}

} // namespace callboard
