// SPDX-License-Identifier: GPL-3.0-or-later
// Comma separated values as studios' spreadsheets write them: quoted cells with separators and line breaks in
// them, blank lines, a byte order mark, `;`, `,`, `|` or tab, UTF-8, UTF-16 or Windows' own letters.
// The one place that knows which parser reads them (libcsv).
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::exchange {

struct CsvRow
{
    int line = 0;                   // of the file, from 1; where the row begins
    std::vector<std::string> cells; // UTF-8, with the spaces that they were given
};

struct CsvTable
{
    char separator = ',';
    std::string encoding;     // "UTF-8", "UTF-16" or "Windows-1252"
    std::vector<CsvRow> rows; // none of them blank
};

/// The text cannot be read as a table; says why and where.
class CsvError : public std::runtime_error
{
public:
    CsvError(int line, const std::string &sentence)
        : std::runtime_error(sentence)
        , m_line(line)
    {}
    int line() const { return m_line; }

private:
    int m_line;
};

/// Reads a whole file or pasted text. Without a separator the one that its first lines agree upon is taken.
/// Throws CsvError: a quote that is never closed, a text that is none.
CsvTable readCsv(std::string_view bytes, std::optional<char> separator = {});

/// Writes rows as a file: UTF-8, cells quoted where they need it.
std::string writeCsv(const std::vector<std::vector<std::string>> &rows, char separator = ',');

} // namespace callboard::exchange
