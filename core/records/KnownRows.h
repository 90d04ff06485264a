// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows there are, for checking what names them. Each is looked up once; many at once when they are announced.
#pragma once

#include "core/store/schema/Table.h"
#include "core/store/Connection.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace callboard::records {

class KnownRows
{
public:
    explicit KnownRows(store::Connection &database)
        : m_database(database)
    {}

    /// Looks up the rows that bodies of this table name, in columns and related lists, with few statements.
    void lookAhead(const schema::Table &table, const std::vector<Json> &bodies);
    void lookAhead(const std::string &table, const std::set<std::string> &ids);
    /// A row that is about to be made, so that others may name it.
    void add(const std::string &table, const std::string &id) { m_known[table][id] = true; }

    bool has(const std::string &table, const std::string &id);
    /// Those of the identifiers that the table has, in a settled order, each once.
    std::vector<std::string> those(const std::string &table, const std::vector<std::string> &ids);

private:
    store::Connection &m_database;
    std::map<std::string, std::map<std::string, bool>> m_known; // by table and identifier
};

} // namespace callboard::records
