// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting rows with all that hangs on them, as the schema says it (goesAlong() and forgets() in core/store/schema):
// the number of statements depends on the tables, never on the number of rows.
#pragma once

#include "core/api/Operation.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::records {

/// Deletes the rows of `table` that fulfil `where`, with all that hangs on them. Stored files go with the commit.
void removeWithTraces(
    api::Writing &writing, std::string_view table, const std::string &where, const std::vector<store::Value> &values);
/// Deletes only what hangs on these rows, which stay.
void removeTraces(
    api::Writing &writing, std::string_view table, const std::string &where, const std::vector<store::Value> &values);
/// True when a row of another table names this one by a reference that would refuse its deletion.
bool isNamed(store::Connection &database, std::string_view table, const std::string &id,
    std::initializer_list<std::string_view> exceptBy = {});

} // namespace callboard::records
