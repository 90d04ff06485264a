// SPDX-License-Identifier: GPL-3.0-or-later
// LIKE for SQLite that folds the case of all letters, as PostgreSQL's ILIKE does; SQLite's own knows those of
// ASCII only.
#pragma once

#include <string_view>

struct sqlite3;

namespace callboard::store {

/// True when the whole text matches: % any characters, _ one, and the sign after `escape` itself (0: none).
bool isLike(std::string_view pattern, std::string_view text, char32_t escape);
/// Takes the place of the connection's LIKE operator.
void installLike(sqlite3 *handle);

} // namespace callboard::store
