// SPDX-License-Identifier: GPL-3.0-or-later
// The table of an uploaded file: cells by the name of their column; faults told with their line.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::exchange {

class ImportedTable
{
public:
    /// The file that the request sends as "file". 400 when there is none, or when it is no table.
    static ImportedTable read(const api::Request &request);

    /// A row of values; counted from 1, the header not among them.
    class Row
    {
    public:
        Row(const ImportedTable &table, std::size_t index)
            : m_table(table)
            , m_index(index)
        {}
        int number() const { return static_cast<int>(m_index) + 1; }
        bool has(std::string_view column) const;
        /// Nothing when the table has no such column or the row ends before it.
        std::optional<std::string> cell(std::string_view column) const;
        /// The same as an empty text.
        std::string text(std::string_view column) const;
        /// 400 with the line when the column is missing.
        std::string required(std::string_view column) const;
        /// The same, and 400 when the cell is blank.
        std::string filled(std::string_view column) const;
        /// yes or no in one of the usual words; 400 for everything else.
        bool yesNo(std::string_view column) const;
        /// Nothing for an empty cell; 400 with the line when it is no number.
        std::optional<double> number(std::string_view column) const;
        std::optional<std::int64_t> wholeNumber(std::string_view column) const;
        /// As wholeNumber(); 400 for a fraction too.
        std::optional<std::int64_t> strictlyWholeNumber(std::string_view column) const;
        /// The refusal of this row.
        api::Error fault(const std::string &sentence) const;

    private:
        const ImportedTable &m_table;
        std::size_t m_index;
    };

    std::size_t size() const { return m_rows.size(); }
    Row row(std::size_t index) const { return {*this, index}; }
    const std::vector<std::string> &columns() const { return m_columns; }

private:
    std::optional<std::size_t> columnNamed(std::string_view name) const;

    std::vector<std::string> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// Names as files match them: lower case without accents, words joined by "-".
std::string slug(std::string_view text);

} // namespace callboard::exchange
