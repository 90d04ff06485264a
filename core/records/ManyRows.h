// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows of one table, written with few statements: imports collect what they make and change, and write it at
// once. Values have been checked before, as for core/records/Record.h.
#pragma once

#include "core/api/Operation.h"
#include "core/store/schema/Tables.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::records {

class ManyRows
{
public:
    explicit ManyRows(std::string_view table)
        : m_table(table)
    {}

    /// A row to be made; "id" is among its columns, defaults and stamps are added.
    void make(const Json &columns);
    /// Columns of a row that is there, or that is to be made.
    void change(const std::string &id, const Json &columns);

    /// Writes all, those made first; gives the rows as they are told, one for each call, in the order of the calls.
    /// Throws StoreError, and 404 for a row to be changed that is not there.
    Json write(api::Writing &writing);

private:
    struct Row
    {
        Json columns;
        bool isNew = false;
    };

    std::string m_table;
    std::map<std::string, Row> m_rows;
    std::vector<std::string> m_order; // of the calls
};

/// Runs for parts of that many rows: `run(first, size)`. There are few different sizes, because each makes a statement
/// that the connection keeps prepared.
void inBatches(std::size_t count, const std::function<void(std::size_t first, std::size_t size)> &run);

/// The rows that one column chooses, a few hundred values a statement: "SELECT … WHERE entity_id IN" for
/// `select` = "SELECT … WHERE entity_id". `take` is called for each row.
void forRows(store::Connection &database, const std::string &select, const std::set<std::string> &values,
    const std::function<void(const store::Rows &)> &take);
void forRows(store::Connection &database, const std::string &select, const std::set<std::int64_t> &values,
    const std::function<void(const store::Rows &)> &take);

/// Other rows by the row that they belong to.
using Links = std::map<std::string, std::vector<std::string>>;

/// Makes a writable relation of each row name these rows too; links that are there keep their own values.
void addRelations(api::Writing &writing, const schema::Relation &relation, const Links &links);
/// Makes it name exactly these.
void setRelations(api::Writing &writing, const schema::Relation &relation, const Links &links);

} // namespace callboard::records
