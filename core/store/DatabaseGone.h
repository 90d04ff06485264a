// SPDX-License-Identifier: GPL-3.0-or-later
// The database cannot be reached: it is restarted, moved, or refuses to be spoken to. A new connection may work.
#pragma once

#include "core/store/Connection.h"

namespace callboard::store {

/// Thrown by every call on a connection whose database is gone, and by openPostgres().
class DatabaseGone : public StoreError
{
public:
    explicit DatabaseGone(const std::string &message)
        : StoreError(Kind::Other, message)
    {}
};

/// True when the other end has closed the idle connection. Asks nobody, so it costs next to nothing.
bool isLost(const Connection &connection);

} // namespace callboard::store
