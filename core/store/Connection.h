// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the studio's database, SQLite or PostgreSQL. Qt SQL opens it; statements are stepped
// through the driver's own handle (QSqlDriver::handle()), because a QVariant for each cell costs more than
// the query. Statements are written with ? for bound values and kept prepared. One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace callboard::store {

enum class Dialect { Sqlite, Postgres };

/// A bound value; std::monostate is NULL.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

Value toValue(std::nullptr_t);
Value toValue(bool value);
Value toValue(int value);
Value toValue(std::int64_t value);
Value toValue(double value);
Value toValue(std::string_view value);
Value toValue(const std::string &value);
Value toValue(const char *value);
Value toValue(const Value &value);
template<typename T>
Value toValue(const std::optional<T> &value)
{
    return value ? toValue(*value) : Value();
}

/// What the database refused, by kind, so that one place can turn it into an answer.
class StoreError : public std::runtime_error
{
public:
    enum class Kind { Unique, Reference, Check, NotNull, BadValue, DiskFull, Busy, Other };

    StoreError(Kind kind, const std::string &message)
        : std::runtime_error(message)
        , m_kind(kind)
    {}
    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

/// The rows of a statement, read forward, once. Views are valid until the next call of next().
class Cursor
{
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual int columns() const = 0;
    virtual bool isNull(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual bool boolean(int column) const = 0;
};

/// Movable handle of a cursor.
class Rows
{
public:
    explicit Rows(std::unique_ptr<Cursor> cursor)
        : m_cursor(std::move(cursor))
    {}
    bool next() { return m_cursor->next(); }
    int columns() const { return m_cursor->columns(); }
    bool isNull(int column) const { return m_cursor->isNull(column); }
    std::string_view text(int column) const { return m_cursor->text(column); }
    std::string string(int column) const { return std::string(text(column)); }
    std::optional<std::string> optionalString(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(string(column));
    }
    std::int64_t integer(int column) const { return m_cursor->integer(column); }
    double real(int column) const { return m_cursor->real(column); }
    bool boolean(int column) const { return m_cursor->boolean(column); }

private:
    std::unique_ptr<Cursor> m_cursor;
};

class Connection
{
public:
    virtual ~Connection() = default;

    virtual Dialect dialect() const = 0;
    bool isSqlite() const { return dialect() == Dialect::Sqlite; }

    /// Runs a statement that gives rows. Throws StoreError.
    template<typename... Arguments>
    Rows query(std::string_view sql, const Arguments &...arguments)
    {
        const std::array<Value, sizeof...(Arguments)> values{toValue(arguments)...};
        return run(sql, values);
    }
    /// Runs a statement that changes rows; gives their number. Throws StoreError.
    template<typename... Arguments>
    std::int64_t change(std::string_view sql, const Arguments &...arguments)
    {
        const std::array<Value, sizeof...(Arguments)> values{toValue(arguments)...};
        return runChange(sql, values);
    }
    /// The same with values collected at run time.
    Rows run(std::string_view sql, std::span<const Value> values);
    std::int64_t runChange(std::string_view sql, std::span<const Value> values);
    /// As run(), but rows are fetched one by one from the server (PostgreSQL) instead of all at once;
    /// no other statement may run on this connection until the last row was read.
    Rows runStreaming(std::string_view sql, std::span<const Value> values);
    /// Runs statements without values, separated by semicolons (DDL, BEGIN …). Not prepared.
    virtual void execute(std::string_view sql) = 0;

    /// Called with a table's name whenever one of its rows changes on this connection. SQLite only.
    virtual void onChange(std::function<void(std::string_view table)> listener);

    /// Statements run so far; tests compare it before and after.
    std::int64_t statementCount() const { return m_statements; }

protected:
    virtual std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Value> values, bool streaming) = 0;
    virtual std::int64_t apply(std::string_view sql, std::span<const Value> values) = 0;
    std::int64_t m_statements = 0;
};

/// Opens the SQLite database in `file` (made when missing, unless read-only): WAL, synchronous FULL, foreign keys on.
std::unique_ptr<Connection> openSqlite(const std::string &file, bool readOnly);
/// Opens a PostgreSQL database by its URL or keywords.
std::unique_ptr<Connection> openPostgres(const std::string &url);

/// SQL fragments in which the two dialects differ, each in this one place.
namespace fragment {
/// Case-blind LIKE: `name LIKE ?` / `name ILIKE ?`
std::string like(Dialect dialect, std::string_view column);
/// Text of a member of a JSON column: `data ->> 'key'`. The key must be a plain word.
std::string jsonMember(Dialect dialect, std::string_view column, std::string_view key);
/// Text without regard to the case of its letters.
std::string folded(std::string_view expression);
/// JSON of a text column: `"text"`, null when it is NULL.
std::string jsonText(Dialect dialect, std::string_view expression);
/// A JSON array of a column over the group's rows, nulls left out: json_group_array / json_agg.
std::string jsonArray(Dialect dialect, std::string_view expression);
/// Texts of the group joined with commas.
std::string joined(Dialect dialect, std::string_view expression);
/// A placeholder for JSON text, cast where the dialect wants it.
std::string_view jsonPlaceholder(Dialect dialect);
} // namespace fragment

/// `?, ?, ?` for a list of that length (at least one).
std::string placeholders(std::size_t count);

} // namespace callboard::store
