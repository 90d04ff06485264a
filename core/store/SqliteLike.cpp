// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SqliteLike.h"

#include <QString>

#include <sqlite3.h>

#include <optional>

namespace callboard::store {

namespace {

std::u32string folded(std::string_view text)
{
    std::u32string out = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdU32String();
    for (char32_t &c : out) c = QChar::toCaseFolded(c);
    return out;
}

struct Sign
{
    enum Kind { Exact, One, Any } kind = Exact;
    char32_t character = 0;
};

std::vector<Sign> signsOf(const std::u32string &pattern, char32_t escape)
{
    std::vector<Sign> signs;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (escape != 0 && pattern[i] == escape && i + 1 < pattern.size())
            signs.push_back({Sign::Exact, pattern[++i]});
        else if (pattern[i] == U'%')
            signs.push_back({Sign::Any, 0});
        else if (pattern[i] == U'_')
            signs.push_back({Sign::One, 0});
        else
            signs.push_back({Sign::Exact, pattern[i]});
    }
    return signs;
}

std::string_view argument(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

/// X LIKE Y ESCAPE Z is like(Y, X, Z).
void like(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) return;
    const auto escape = count > 2 ? folded(argument(values[2])) : std::u32string();
    sqlite3_result_int(context, isLike(argument(values[0]), argument(values[1]), escape.empty() ? 0 : escape[0]));
}

} // namespace

bool isLike(std::string_view pattern, std::string_view text, char32_t escape)
{
    const auto signs = signsOf(folded(pattern), escape);
    const auto letters = folded(text);
    std::size_t sign = 0;
    std::size_t letter = 0;
    // The last % and where it stopped eating: the only place to go back to.
    std::optional<std::size_t> any;
    std::size_t eaten = 0;
    while (letter < letters.size()) {
        if (sign < signs.size() && signs[sign].kind == Sign::Any) {
            any = sign++;
            eaten = letter;
        } else if (sign < signs.size() && (signs[sign].kind == Sign::One || signs[sign].character == letters[letter])) {
            ++sign;
            ++letter;
        } else if (any) {
            sign = *any + 1;
            letter = ++eaten;
        } else {
            return false;
        }
    }
    while (sign < signs.size() && signs[sign].kind == Sign::Any) ++sign;
    return sign == signs.size();
}

void installLike(sqlite3 *handle)
{
    for (const int count : {2, 3})
        sqlite3_create_function(handle, "like", count, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
            like, nullptr, nullptr);
}

} // namespace callboard::store
