// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/LastingConnection.h"

#include "core/store/DatabaseGone.h"

#include <QLoggingCategory>

namespace callboard {

namespace {

Q_LOGGING_CATEGORY(databaseLog, "callboard.database")

using namespace std::chrono_literals;
constexpr auto pause = 300ms; // between looks for a database that is away

} // namespace

LastingConnection::LastingConnection(Open open)
    : m_open(std::move(open))
    , m_connection(m_open())
{}

LastingConnection::LastingConnection(Open open, std::unique_ptr<store::Connection> first)
    : m_open(std::move(open))
    , m_connection(std::move(first))
{}

store::Connection &LastingConnection::get()
{
    if (m_connection && !store::isLost(*m_connection)) return *m_connection;
    m_connection.reset();
    if (std::chrono::steady_clock::now() < m_nextLook) throw store::DatabaseGone("The database is still away.");
    try {
        m_connection = m_open();
    } catch (const store::StoreError &error) {
        m_nextLook = std::chrono::steady_clock::now() + pause;
        if (!m_isToldGone) qCWarning(databaseLog) << error.what();
        m_isToldGone = true;
        throw store::DatabaseGone(error.what());
    }
    m_isToldGone = false;
    return *m_connection;
}

} // namespace callboard
