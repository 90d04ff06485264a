// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ImportedTable.h"

#include "core/exchange/CsvTable.h"

#include <charconv>
#include <fstream>
#include <iterator>

namespace callboard::exchange {

namespace {

std::string contentOf(const api::UploadedFile &file)
{
    std::ifstream stream(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Decimal commas are read too.
std::optional<double> numberIn(std::string text)
{
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace

ImportedTable ImportedTable::read(const api::Request &request)
{
    if (request.files.empty()) throw api::badRequest("Send the table as a file.");
    ImportedTable table;
    try {
        CsvTable csv = readCsv(contentOf(request.files.front()));
        for (CsvRow &row : csv.rows) {
            if (table.m_columns.empty()) table.m_columns = std::move(row.cells);
            else table.m_rows.push_back(std::move(row.cells));
        }
    } catch (const CsvError &error) {
        throw api::badRequest(error.what(), {{"error", true}, {"line_number", std::max(1, error.line() - 1)}});
    }
    if (table.m_columns.empty()) throw api::badRequest("The file is empty.", {{"error", true}});
    return table;
}

std::optional<std::size_t> ImportedTable::columnNamed(std::string_view name) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    if (found == m_columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_columns.begin());
}

bool ImportedTable::Row::has(std::string_view column) const
{
    return m_table.columnNamed(column).has_value();
}

std::string ImportedTable::Row::text(std::string_view column) const
{
    const auto index = m_table.columnNamed(column);
    const auto &cells = m_table.m_rows[m_index];
    return index && *index < cells.size() ? cells[*index] : std::string();
}

std::string ImportedTable::Row::required(std::string_view column) const
{
    if (!has(column)) throw fault("The column " + std::string(column) + " is missing.");
    return text(column);
}

std::optional<double> ImportedTable::Row::number(std::string_view column) const
{
    const std::string cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto value = numberIn(cell);
    if (!value) throw fault(std::string(column) + ": " + cell + " is no number.");
    return value;
}

std::optional<std::int64_t> ImportedTable::Row::wholeNumber(std::string_view column) const
{
    const auto value = number(column);
    if (!value) return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

api::Error ImportedTable::Row::fault(const std::string &sentence) const
{
    return api::badRequest(
        "Line " + std::to_string(number()) + ": " + sentence, {{"error", true}, {"line_number", number()}});
}

std::string slug(std::string_view text)
{
    std::string plain;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (std::isalnum(c) != 0 || c == '_' || c >= 0x80) plain += static_cast<char>(std::tolower(c));
        else if (!plain.empty() && plain.back() != '-') plain += '-';
    }
    while (!plain.empty() && plain.back() == '-') plain.pop_back();
    return plain;
}

} // namespace callboard::exchange
