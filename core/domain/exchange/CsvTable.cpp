// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/CsvTable.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>
#include <new>

namespace callboard::exchange {

namespace {

constexpr std::array separators{';', '\t', ',', '|'};
constexpr int linesToGuessBy = 20;

/// Windows' letters 0x80 to 0x9F; the others are those of Unicode.
constexpr std::array<char16_t, 32> windowsLetters{0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6,
    0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178};

std::string fromWindows(std::string_view bytes)
{
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()));
    for (const char byte : bytes) {
        const auto letter = static_cast<unsigned char>(byte);
        text += QChar(letter >= 0x80 && letter < 0xa0 ? windowsLetters[letter - 0x80] : char16_t(letter));
    }
    return text.toStdString();
}

/// The text as UTF-8 without its mark, and what it was.
std::pair<std::string, std::string> decoded(std::string_view bytes)
{
    if (bytes.starts_with("\xef\xbb\xbf")) return {std::string(bytes.substr(3)), "UTF-8"};
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        return {text.toStdString(), "UTF-16"};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (!decoder.hasError()) return {text.toStdString(), "UTF-8"};
    return {fromWindows(bytes), "Windows-1252"};
}

/// Counts the separators outside of quotes, line by line.
std::map<char, std::vector<int>> countedSeparators(std::string_view text)
{
    std::map<char, std::vector<int>> counts;
    std::map<char, int> line;
    bool isQuoted = false, isBlank = true;
    int lines = 0;
    const auto endLine = [&] {
        if (!isBlank)
            for (const char separator : separators) counts[separator].push_back(line[separator]);
        lines += isBlank ? 0 : 1;
        line.clear();
        isBlank = true;
    };
    for (const char letter : text) {
        if (letter == '"') isQuoted = !isQuoted;
        if (isQuoted) continue;
        if (letter == '\n' || letter == '\r') {
            endLine();
            if (lines == linesToGuessBy) return counts;
            continue;
        }
        isBlank = false;
        ++line[letter];
    }
    endLine();
    return counts;
}

/// The separator that all lines have equally often; else the one that the first line has most of.
char guessedSeparator(std::string_view text)
{
    char best = ',';
    int bestScore = 0;
    for (const auto &[separator, counts] : countedSeparators(text)) {
        if (counts.empty() || counts.front() == 0) continue;
        const auto agreeing = std::count(counts.begin(), counts.end(), counts.front());
        const int score = static_cast<int>(agreeing * 100 / static_cast<int>(counts.size())) * 1000 + counts.front();
        if (score > bestScore) {
            best = separator;
            bestScore = score;
        }
    }
    return best;
}

/// What libcsv tells becomes rows with the lines of the file.
struct Reader
{
    std::vector<CsvRow> rows;
    CsvRow row;
    int line = 1;
    bool hasEnded = false;
    int before = 0; // the character that ended the last line, when nothing has come since

    static void cell(void *text, size_t size, void *self)
    {
        auto &reader = *static_cast<Reader *>(self);
        const std::string_view view(static_cast<const char *>(text), size);
        if (reader.row.cells.empty()) reader.row.line = reader.line;
        reader.line += static_cast<int>(std::count(view.begin(), view.end(), '\n'));
        reader.row.cells.emplace_back(view);
        reader.before = 0;
    }
    static void end(int letter, void *self)
    {
        auto &reader = *static_cast<Reader *>(self);
        reader.hasEnded = true;
        const auto &cells = reader.row.cells;
        if (std::any_of(cells.begin(), cells.end(), [](const std::string &cell) { return !cell.empty(); }))
            reader.rows.push_back(std::move(reader.row));
        reader.row = {};
        const bool isSecondHalf = letter == '\n' && reader.before == '\r';
        if (!isSecondHalf) ++reader.line;
        reader.before = letter;
    }
};

std::string quoted(const std::string &cell, char separator)
{
    const bool hasEdge = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!hasEdge && cell.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return cell;
    std::string text(csv_write(nullptr, 0, cell.data(), cell.size()), '\0');
    csv_write(text.data(), text.size(), cell.data(), cell.size());
    return text;
}

} // namespace

CsvTable readCsv(std::string_view bytes, std::optional<char> separator)
{
    auto [text, encoding] = decoded(bytes);
    if (text.find('\0') != std::string::npos) throw CsvError(1, "This is no text.");
    CsvTable table;
    table.encoding = std::move(encoding);
    table.separator = separator.value_or(guessedSeparator(text));

    csv_parser parser;
    if (csv_init(&parser, CSV_REPALL_NL) != 0) throw std::bad_alloc();
    csv_set_delim(&parser, static_cast<unsigned char>(table.separator));
    csv_set_space_func(&parser, [](unsigned char) { return 0; }); // Spaces belong to the cells.
    Reader reader;
    const auto feed = [&](std::string_view part) {
        return csv_parse(&parser, part.data(), part.size(), Reader::cell, Reader::end, &reader) == part.size();
    };
    bool isRead = feed(text);
    reader.hasEnded = false;
    isRead = isRead && feed("\n"); // Ends the last row, unless a quote is still open.
    csv_free(&parser);
    if (!isRead) throw std::bad_alloc(); // libcsv's only other fault without its strict mode
    if (!reader.hasEnded)
        throw CsvError(reader.line, "A quote that opens in line " + std::to_string(reader.line) + " is never closed.");
    table.rows = std::move(reader.rows);
    return table;
}

std::string writeCsv(const std::vector<std::vector<std::string>> &rows, char separator)
{
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += separator;
            text += quoted(row[i], separator);
        }
        text += '\n';
    }
    return text;
}

} // namespace callboard::exchange
