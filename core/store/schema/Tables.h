// SPDX-License-Identifier: GPL-3.0-or-later
// All tables of a studio, by area. The columns are those behind the documented API (version 0.20.73);
// ownTables() are what Callboard adds for itself and tells nobody.
#pragma once

#include "core/store/schema/Table.h"

#include <span>

namespace callboard::schema {

/// Every table, in the order of the areas. Built once.
std::span<const Table> tables();
/// The table of that name; it must exist.
const Table &table(std::string_view name);
/// As table(), nullptr when there is none.
const Table *findTable(std::string_view name);

std::vector<Table> peopleTables();
std::vector<Table> productionTables();
std::vector<Table> entityTables();
std::vector<Table> taskTables();
std::vector<Table> reviewTables();
std::vector<Table> fileTables();
std::vector<Table> scheduleTables();
std::vector<Table> deskTables();
std::vector<Table> ownTables();

} // namespace callboard::schema
