// SPDX-License-Identifier: GPL-3.0-or-later
// The statements that make the tables of core/schema in either database.
#pragma once

#include "core/store/schema/Table.h"
#include "core/store/Connection.h"

#include <span>
#include <string>

namespace callboard::store {

/// CREATE TABLE, constraints and indexes for all tables, in an order that works.
std::string createStatements(Dialect dialect, std::span<const schema::Table> tables);
/// The indexes over several columns (Table::indexTogether) that are not there yet; in both databases.
std::string createListIndexes(std::span<const schema::Table> tables);
/// The type of a column: "TEXT", "varchar(80)", …
std::string columnType(Dialect dialect, const schema::Field &field);

} // namespace callboard::store
