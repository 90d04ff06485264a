// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

#include <unordered_map>

namespace callboard::schema {

namespace {

std::vector<Table> allTables()
{
    std::vector<Table> all;
    for (auto *area : {peopleTables, productionTables, entityTables, taskTables, reviewTables, fileTables,
             scheduleTables, deskTables, ownTables})
        for (auto &table : area()) all.push_back(std::move(table));
    return all;
}

} // namespace

std::span<const Table> tables()
{
    static const std::vector<Table> all = allTables();
    return all;
}

const Table *findTable(std::string_view name)
{
    static const auto byName = [] {
        std::unordered_map<std::string_view, const Table *> map;
        for (const Table &table : tables()) map.emplace(table.name(), &table);
        return map;
    }();
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
}

const Table &table(std::string_view name)
{
    if (const Table *found = findTable(name)) return *found;
    throw std::logic_error("No table is named " + std::string(name));
}

} // namespace callboard::schema
