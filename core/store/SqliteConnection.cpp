// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Connection.h"
#include "core/store/SqliteLike.h"
#include "core/store/StatementTexts.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <atomic>
#include <vector>

namespace callboard::store {

namespace {

StoreError::Kind kindOf(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY: return StoreError::Kind::Unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY: return StoreError::Kind::Reference;
    case SQLITE_CONSTRAINT_CHECK: return StoreError::Kind::Check;
    case SQLITE_CONSTRAINT_NOTNULL: return StoreError::Kind::NotNull;
    default: break;
    }
    switch (extendedCode & 0xff) {
    case SQLITE_FULL: return StoreError::Kind::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreError::Kind::Busy;
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG: return StoreError::Kind::BadValue;
    // A write that the file system refuses is a full disk in all cases that users meet.
    case SQLITE_IOERR:
        return extendedCode == SQLITE_IOERR_WRITE || extendedCode == SQLITE_IOERR_SHMSIZE ? StoreError::Kind::DiskFull
                                                                                          : StoreError::Kind::Other;
    default: return StoreError::Kind::Other;
    }
}

[[noreturn]] void fail(sqlite3 *handle)
{
    throw StoreError(kindOf(sqlite3_extended_errcode(handle)), sqlite3_errmsg(handle));
}

/// Prepared statements that are free, by their text. A statement in use is out of the pool.
class StatementPool
{
public:
    explicit StatementPool(sqlite3 *handle)
        : m_handle(handle)
    {}
    ~StatementPool() { m_texts.clear(Finalize()); }
    StatementPool(const StatementPool &) = delete;
    StatementPool &operator=(const StatementPool &) = delete;

    /// The statements with one text.
    struct Copies
    {
        std::vector<sqlite3_stmt *> free;
        int taken = 0;

        bool isIdle() const { return taken == 0; }
        void giveBack(sqlite3_stmt *statement)
        {
            --taken;
            free.push_back(statement);
        }
    };

    /// Those with this text; they stay where they are while one is taken.
    Copies &of(std::string_view sql) { return m_texts.of(sql, Finalize()); }
    sqlite3_stmt *take(Copies &copies, std::string_view sql)
    {
        if (!copies.free.empty()) {
            sqlite3_stmt *statement = copies.free.back();
            copies.free.pop_back();
            ++copies.taken;
            return statement;
        }
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(
                m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
            != SQLITE_OK)
            fail(m_handle);
        ++copies.taken;
        return statement;
    }
    std::size_t size() const { return m_texts.size(); }

private:
    struct Finalize
    {
        void operator()(const Copies &copies) const
        {
            for (sqlite3_stmt *statement : copies.free) sqlite3_finalize(statement);
        }
    };

    sqlite3 *m_handle;
    StatementTexts<Copies> m_texts;
};

void bind(sqlite3 *handle, sqlite3_stmt *statement, std::span<const Value> values)
{
    int index = 0;
    for (const Value &value : values) {
        ++index;
        int code = SQLITE_OK;
        if (const auto *flag = std::get_if<bool>(&value))
            code = sqlite3_bind_int(statement, index, *flag ? 1 : 0);
        else if (const auto *integer = std::get_if<std::int64_t>(&value))
            code = sqlite3_bind_int64(statement, index, *integer);
        else if (const auto *real = std::get_if<double>(&value))
            code = sqlite3_bind_double(statement, index, *real);
        else if (const auto *text = std::get_if<std::string>(&value))
            code = sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        else
            code = sqlite3_bind_null(statement, index);
        if (code != SQLITE_OK) fail(handle);
    }
}

class SqliteCursor final : public Cursor
{
public:
    SqliteCursor(sqlite3 *handle, StatementPool &pool, std::string_view sql, std::span<const Value> values)
        : m_handle(handle)
        , m_copies(pool.of(sql))
        , m_statement(pool.take(m_copies, sql))
        , m_hasValues(!values.empty())
    {
        try {
            bind(m_handle, m_statement, values);
        } catch (...) {
            giveBack();
            throw;
        }
    }
    ~SqliteCursor() override { giveBack(); }
    SqliteCursor(const SqliteCursor &) = delete;
    SqliteCursor &operator=(const SqliteCursor &) = delete;

    bool next() override
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) fail(m_handle);
        return false;
    }
    int columns() const override { return sqlite3_column_count(m_statement); }
    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    std::string_view text(int column) const override
    {
        // By the value, which is looked up once for both. One thread at a time uses the connection, so it is as good
        // as a protected one.
        sqlite3_value *value = sqlite3_column_value(m_statement, column);
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)))
                     : std::string_view();
    }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    bool boolean(int column) const override { return sqlite3_column_int(m_statement, column) != 0; }

private:
    void giveBack()
    {
        sqlite3_reset(m_statement);
        if (m_hasValues) sqlite3_clear_bindings(m_statement);
        m_copies.giveBack(m_statement);
    }

    sqlite3 *m_handle;
    StatementPool::Copies &m_copies;
    sqlite3_stmt *m_statement;
    bool m_hasValues;
};

class SqliteConnection final : public Connection, public KeepsStatements
{
public:
    SqliteConnection(const std::string &file, bool readOnly)
        : m_name(QStringLiteral("callboard-%1").arg(nextNumber()))
    {
        openDatabase(file, readOnly);
        m_pool = std::make_unique<StatementPool>(m_handle);
        installLike(m_handle);
        execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;"
                "PRAGMA mmap_size = 2147418112; PRAGMA trusted_schema = OFF");
        if (!readOnly)
            execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000");
    }
    ~SqliteConnection() override
    {
        m_pool.reset();
        // By the value, not by the name: the name is only known to the thread that opened it.
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    Dialect dialect() const override { return Dialect::Sqlite; }
    std::size_t keptStatements() const override { return m_pool->size(); }

    void onChange(std::function<void(std::string_view)> listener) override
    {
        m_listener = std::move(listener);
        sqlite3_update_hook(
            m_handle,
            [](void *self, int, const char *, const char *table, sqlite3_int64) {
                static_cast<SqliteConnection *>(self)->m_listener(table);
            },
            this);
    }

    void execute(std::string_view sql) override
    {
        // Around every reading request: kept prepared, which costs it less.
        if (sql == "BEGIN" || sql == "ROLLBACK") {
            apply(sql, {});
            return;
        }
        if (sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(m_handle);
    }

protected:
    std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Value> values, bool) override
    {
        return std::make_unique<SqliteCursor>(m_handle, *m_pool, sql, values);
    }
    std::int64_t apply(std::string_view sql, std::span<const Value> values) override
    {
        SqliteCursor cursor(m_handle, *m_pool, sql, values);
        while (cursor.next()) {
        }
        return sqlite3_changes64(m_handle);
    }

private:
    static int nextNumber()
    {
        static std::atomic<int> number = 0;
        return ++number;
    }

    void openDatabase(const std::string &file, bool readOnly)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_database.setDatabaseName(QString::fromStdString(file));
        m_database.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000")
                                              : QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
        if (!m_database.open()) throw StoreError(StoreError::Kind::Other, m_database.lastError().text().toStdString());
        const QVariant handle = m_database.driver()->handle();
        m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    }

    QString m_name;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    std::function<void(std::string_view)> m_listener;
    std::unique_ptr<StatementPool> m_pool;
};

} // namespace

std::unique_ptr<Connection> openSqlite(const std::string &file, bool readOnly)
{
    return std::make_unique<SqliteConnection>(file, readOnly);
}

} // namespace callboard::store
