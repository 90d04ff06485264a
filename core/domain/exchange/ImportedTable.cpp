// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ImportedTable.h"

#include "core/domain/exchange/CsvTable.h"
#include "core/domain/exchange/UploadedText.h"
#include "core/records/Validation.h"

#include <charconv>
#include <cmath>

namespace callboard::exchange {

namespace {

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
    const api::UploadedFile &file = fileNamed(request, "file");
    ImportedTable table;
    try {
        CsvTable csv = readCsv(textIn(file));
        for (CsvRow &row : csv.rows) {
            if (table.m_columns.empty())
                table.m_columns = std::move(row.cells);
            else
                table.m_rows.push_back(std::move(row.cells));
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

std::optional<std::string> ImportedTable::Row::cell(std::string_view column) const
{
    const auto index = m_table.columnNamed(column);
    const auto &cells = m_table.m_rows[m_index];
    if (!index || *index >= cells.size()) return std::nullopt;
    return cells[*index];
}

std::string ImportedTable::Row::text(std::string_view column) const
{
    return cell(column).value_or(std::string());
}

std::string ImportedTable::Row::required(std::string_view column) const
{
    if (!has(column)) throw fault("The column " + std::string(column) + " is missing.");
    return text(column);
}

std::string ImportedTable::Row::filled(std::string_view column) const
{
    std::string value = required(column);
    if (value.find_first_not_of(" \t") == std::string::npos) throw fault(std::string(column) + " is empty.");
    return value;
}

bool ImportedTable::Row::yesNo(std::string_view column) const
{
    schema::Field field;
    field.name = column;
    field.type = schema::Type::Boolean;
    try {
        return records::readWord(field, text(column)).get<bool>();
    } catch (const api::Error &error) {
        throw fault(error.what());
    }
}

std::optional<double> ImportedTable::Row::number(std::string_view column) const
{
    std::string cell = text(column);
    std::erase(cell, ' ');
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

std::optional<std::int64_t> ImportedTable::Row::strictlyWholeNumber(std::string_view column) const
{
    const auto value = number(column);
    if (!value) return std::nullopt;
    if (std::trunc(*value) != *value || std::abs(*value) > 2'147'483'647.0)
        throw fault(std::string(column) + ": " + text(column) + " is no whole number.");
    return static_cast<std::int64_t>(*value);
}

api::Error ImportedTable::Row::fault(const std::string &sentence) const
{
    return api::badRequest(
        "Line " + std::to_string(number()) + ": " + sentence, {{"error", true}, {"line_number", number()}});
}

std::string slug(std::string_view text)
{
    // Accents are parts of their own after the decomposition, and fall away.
    const QString letters = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                                .normalized(QString::NormalizationForm_KD)
                                .toLower();
    QString plain;
    for (const QChar letter : letters) {
        if (letter.isLetterOrNumber() || letter == QLatin1Char('_') || letter.isSurrogate())
            plain += letter;
        else if (!letter.isMark() && !plain.endsWith(QLatin1Char('-')))
            plain += QLatin1Char('-');
    }
    while (plain.endsWith(QLatin1Char('-'))) plain.chop(1);
    return plain.toStdString();
}

} // namespace callboard::exchange
