// SPDX-License-Identifier: GPL-3.0-or-later
// A playlist as a table: for each entry its task, status and last comment that is not a client's.
#pragma once

#include "core/access/Rules.h"

namespace callboard::exchange {

/// Managers and supervisors of the playlist's production; clients where it is for clients.
access::Access exportsPlaylist();
api::Response exportPlaylist(api::Reading &reading, const api::Request &request);

} // namespace callboard::exchange
