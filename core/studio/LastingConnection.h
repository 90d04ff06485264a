// SPDX-License-Identifier: GPL-3.0-or-later
// A connection that outlasts a restart of its database: opened anew when the other end has closed it.
// One thread at a time.
#pragma once

#include "core/store/Connection.h"

#include <chrono>
#include <functional>
#include <memory>

namespace callboard {

class LastingConnection
{
public:
    using Open = std::function<std::unique_ptr<store::Connection>()>;

    /// Opens it, so that a database that cannot be reached at the start is told at once. Throws store::StoreError.
    explicit LastingConnection(Open open);
    /// With one that is open already.
    LastingConnection(Open open, std::unique_ptr<store::Connection> first);

    /// Throws store::DatabaseGone while the database is away; it is then looked for only now and again.
    store::Connection &get();

private:
    Open m_open;
    std::unique_ptr<store::Connection> m_connection;
    std::chrono::steady_clock::time_point m_nextLook;
    bool m_isToldGone = false;
};

} // namespace callboard
