// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions of a list: what the query asks for and what the caller may see.
#pragma once

#include "core/api/Request.h"
#include "core/store/schema/Table.h"
#include "core/store/Connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace callboard::records {

/// A condition of a WHERE clause with its values; empty: all rows.
struct Condition
{
    std::string sql;
    std::vector<store::Value> values;

    /// Both must hold.
    void require(std::string_view sqlText, std::vector<store::Value> more = {});
    void require(const Condition &other) { require(other.sql, other.values); }
    /// "" or " WHERE …"
    std::string where() const { return sql.empty() ? std::string() : " WHERE " + sql; }
};

/// A condition no row fulfils.
Condition nothing();

/// The query's filters on columns and related lists of the table. All must hold, of a repeated one the first
/// counts, unknown ones are passed over. Throws api::Error 400 for a malformed value.
Condition filtersOf(store::Dialect dialect, const schema::Table &table, const api::Parameters &query);

} // namespace callboard::records
