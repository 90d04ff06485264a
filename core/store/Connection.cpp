// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Connection.h"

namespace callboard::store {

Value toValue(std::nullptr_t)
{
    return {};
}
Value toValue(bool value)
{
    return value;
}
Value toValue(int value)
{
    return static_cast<std::int64_t>(value);
}
Value toValue(std::int64_t value)
{
    return value;
}
Value toValue(double value)
{
    return value;
}
Value toValue(std::string_view value)
{
    return std::string(value);
}
Value toValue(const std::string &value)
{
    return value;
}
Value toValue(const char *value)
{
    return std::string(value);
}
Value toValue(const Value &value)
{
    return value;
}

Rows Connection::run(std::string_view sql, std::span<const Value> values)
{
    ++m_statements;
    return Rows(open(sql, values, false));
}

Rows Connection::runStreaming(std::string_view sql, std::span<const Value> values)
{
    ++m_statements;
    return Rows(open(sql, values, true));
}

std::int64_t Connection::runChange(std::string_view sql, std::span<const Value> values)
{
    ++m_statements;
    return apply(sql, values);
}

void Connection::onChange(std::function<void(std::string_view)>) {}

namespace fragment {

std::string like(Dialect dialect, std::string_view column)
{
    return std::string(column) + (dialect == Dialect::Sqlite ? " LIKE ? ESCAPE '\\'" : " ILIKE ?");
}

std::string jsonMember(Dialect dialect, std::string_view column, std::string_view key)
{
    const std::string path(key);
    return dialect == Dialect::Sqlite ? "json_extract(" + std::string(column) + ", '$.\"" + path + "\"')"
                                      : std::string(column) + " ->> '" + path + "'";
}

std::string folded(std::string_view expression)
{
    return "lower(CAST(" + std::string(expression) + " AS text))";
}

std::string jsonText(Dialect dialect, std::string_view expression)
{
    const std::string what(expression);
    return dialect == Dialect::Sqlite ? "json_quote(" + what + ")" : "COALESCE(to_json(" + what + ")::text, 'null')";
}

std::string jsonArray(Dialect dialect, std::string_view expression)
{
    const std::string what(expression);
    return dialect == Dialect::Sqlite
        ? "json_group_array(" + what + ") FILTER (WHERE " + what + " IS NOT NULL)"
        : "COALESCE(json_agg(" + what + ") FILTER (WHERE " + what + " IS NOT NULL), '[]')";
}

std::string joined(Dialect dialect, std::string_view expression)
{
    const std::string what(expression);
    return dialect == Dialect::Sqlite ? "group_concat(" + what + ", ',')" : "string_agg(" + what + "::text, ',')";
}

std::string_view jsonPlaceholder(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? "?" : "?::jsonb";
}

} // namespace fragment

std::string placeholders(std::size_t count)
{
    std::string text = "?";
    for (std::size_t i = 1; i < count; ++i) text += ", ?";
    return text;
}

} // namespace callboard::store
