// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a table a statement reads, and how each becomes JSON: from the database's cursor to
// JSON bytes with nothing in between. Secret columns are never part of a shape.
#pragma once

#include "core/base/Json.h"
#include "core/api/JsonWriter.h"
#include "core/store/schema/Tables.h"
#include "core/store/Connection.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::records {

class RowShape
{
public:
    /// All columns of the table that may be told, in the documented order.
    static const RowShape &of(std::string_view table);
    /// Only these columns, in this order.
    RowShape only(const std::vector<std::string> &fields) const;
    RowShape without(const std::vector<std::string> &fields) const;

    const schema::Table &table() const { return *m_table; }
    /// For the SELECT: "task.name, task.description, …".
    std::string columns(std::string_view alias = {}) const;
    /// Number of columns that columns() names.
    int size() const { return static_cast<int>(m_members.size()); }

    /// Writes `"name": value, …` for the cursor's columns from `first` on, inside an object already begun.
    void writeMembers(api::JsonWriter &writer, const store::Rows &rows, int first = 0) const;
    /// The same with the surrounding braces and `"type": "Task"`.
    void writeObject(api::JsonWriter &writer, const store::Rows &rows, int first = 0) const;
    /// A small answer as a value, with "type".
    Json toJson(const store::Rows &rows, int first = 0) const;
    /// One cell as JSON.
    static void writeCell(api::JsonWriter &writer, const store::Rows &rows, int column, schema::Type type);

private:
    struct Member
    {
        std::string name;
        std::string quotedKey; // "\"name\":"
        schema::Type type;
    };

    explicit RowShape(const schema::Table &table);

    const schema::Table *m_table;
    std::vector<Member> m_members;
};

/// A stored moment as it is told: whole seconds, with a T ("2026-11-24T16:05:00").
std::string toldMoment(std::string_view stored);

} // namespace callboard::records
