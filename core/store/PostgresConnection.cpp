// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/DatabaseGone.h"
#include "core/store/StatementTexts.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

#include <poll.h>

#include <atomic>
#include <charconv>
#include <cstdlib>
#include <map>
#include <vector>

namespace callboard::store {

namespace {

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

/// Classes of SQLSTATE: https://www.postgresql.org/docs/15/errcodes-appendix.html
StoreError::Kind kindOf(std::string_view state)
{
    if (state == "23505") return StoreError::Kind::Unique;
    if (state == "23503") return StoreError::Kind::Reference;
    if (state == "23514") return StoreError::Kind::Check;
    if (state == "23502") return StoreError::Kind::NotNull;
    if (state == "53100") return StoreError::Kind::DiskFull;
    if (state == "40001" || state == "40P01" || state == "55P03") return StoreError::Kind::Busy;
    if (state.substr(0, 2) == "22") return StoreError::Kind::BadValue;
    return StoreError::Kind::Other;
}

/// The database ends, starts or is not to be reached (class 08), whatever the connection itself knows by now.
bool isOfGoneDatabase(std::string_view state)
{
    return state == "57P01" || state == "57P02" || state == "57P03" || state.substr(0, 2) == "08";
}

[[noreturn]] void fail(PGconn *handle, const PGresult *result)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (PQstatus(handle) == CONNECTION_BAD || (state && isOfGoneDatabase(state)))
        throw DatabaseGone(PQerrorMessage(handle));
    throw StoreError(state ? kindOf(state) : StoreError::Kind::Other, PQerrorMessage(handle));
}

/// `?` outside of quoted text becomes $1, $2 …
std::string numbered(std::string_view sql)
{
    std::string out;
    int number = 0;
    bool quoted = false;
    for (const char c : sql) {
        if (c == '\'') quoted = !quoted;
        if (c == '?' && !quoted)
            out += '$' + std::to_string(++number);
        else
            out += c;
    }
    return out;
}

/// Values as the texts that PQexecPrepared takes.
class Texts
{
public:
    explicit Texts(std::span<const Value> values)
    {
        m_texts.reserve(values.size());
        for (const Value &value : values) add(value);
    }
    int count() const { return static_cast<int>(m_pointers.size()); }
    const char *const *pointers() const { return m_pointers.data(); }

private:
    void add(const Value &value)
    {
        if (const auto *text = std::get_if<std::string>(&value)) {
            m_pointers.push_back(text->c_str());
            return;
        }
        if (std::holds_alternative<std::monostate>(value)) {
            m_pointers.push_back(nullptr);
            return;
        }
        if (const auto *flag = std::get_if<bool>(&value))
            m_texts.push_back(*flag ? "t" : "f");
        else if (const auto *integer = std::get_if<std::int64_t>(&value))
            m_texts.push_back(std::to_string(*integer));
        else {
            char digits[40];
            const auto end = std::to_chars(digits, digits + sizeof digits, std::get<double>(value)).ptr;
            m_texts.emplace_back(digits, end);
        }
        m_pointers.push_back(m_texts.back().c_str());
    }

    std::vector<std::string> m_texts;
    std::vector<const char *> m_pointers;
};

/// All rows of a result, or one row after the other in single-row mode.
class PostgresCursor final : public Cursor
{
public:
    PostgresCursor(PGconn *handle, Result result, bool streaming)
        : m_handle(handle)
        , m_result(std::move(result))
        , m_streaming(streaming)
    {}
    ~PostgresCursor() override
    {
        if (!m_streaming) return;
        while (PGresult *rest = PQgetResult(m_handle)) PQclear(rest);
    }
    PostgresCursor(const PostgresCursor &) = delete;
    PostgresCursor &operator=(const PostgresCursor &) = delete;

    bool next() override
    {
        if (!m_streaming) return ++m_row < PQntuples(m_result.get());
        m_result.reset(PQgetResult(m_handle));
        if (!m_result) return false;
        const auto status = PQresultStatus(m_result.get());
        if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) fail(m_handle, m_result.get());
        m_row = 0;
        return status == PGRES_SINGLE_TUPLE;
    }
    int columns() const override { return PQnfields(m_result.get()); }
    bool isNull(int column) const override { return PQgetisnull(m_result.get(), m_row, column) != 0; }
    std::string_view text(int column) const override
    {
        return {PQgetvalue(m_result.get(), m_row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), m_row, column))};
    }
    std::int64_t integer(int column) const override
    {
        const auto digits = text(column);
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    double real(int column) const override
    {
        const auto digits = text(column);
        double number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    bool boolean(int column) const override
    {
        const auto value = text(column);
        return !value.empty() && (value[0] == 't' || value[0] == '1');
    }

private:
    PGconn *m_handle;
    Result m_result;
    bool m_streaming;
    int m_row = -1;
};

class PostgresConnection final : public Connection, public KeepsStatements
{
public:
    explicit PostgresConnection(const std::string &url)
        : m_name(QStringLiteral("callboard-postgres-%1").arg(nextNumber()))
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
        Keywords keywords = keywordsOf(url);
        // A host that does not answer must not hold a request for minutes; who asks learns who we are.
        keywords.try_emplace("connect_timeout", "5");
        keywords.try_emplace("fallback_application_name", "callboard");
        m_database.setDatabaseName(taken(keywords, "dbname"));
        m_database.setHostName(taken(keywords, "host"));
        m_database.setUserName(taken(keywords, "user"));
        m_database.setPassword(taken(keywords, "password"));
        m_database.setConnectOptions(optionsOf(keywords));
        if (!m_database.open())
            throw DatabaseGone(
                "The database cannot be reached: " + m_database.lastError().databaseText().trimmed().toStdString());
        const QVariant handle = m_database.driver()->handle();
        m_handle = *static_cast<PGconn *const *>(handle.constData());
        PQsetNoticeProcessor(
            m_handle, [](void *, const char *) {}, nullptr);
        execute("SET TIME ZONE 'UTC'; SET standard_conforming_strings = on; SET extra_float_digits = 1");
    }
    ~PostgresConnection() override
    {
        // By the value, not by the name: the name is only known to the thread that opened it.
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    Dialect dialect() const override { return Dialect::Postgres; }
    std::size_t keptStatements() const override { return m_prepared.size(); }

    bool isLost() const
    {
        pollfd socket{PQsocket(m_handle), POLLIN, 0};
        // What an idle connection hears is its end, behind a last message at most.
        for (int reads = 0; reads < 4 && poll(&socket, 1, 0) > 0; ++reads)
            if (!PQconsumeInput(m_handle)) break;
        return PQstatus(m_handle) == CONNECTION_BAD;
    }

    void execute(std::string_view sql) override
    {
        const Result result(PQexec(m_handle, std::string(sql).c_str()));
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
            fail(m_handle, result.get());
    }

protected:
    std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Value> values, bool streaming) override
    {
        if (!streaming) return std::make_unique<PostgresCursor>(m_handle, runPrepared(sql, values), false);
        const Texts texts(values);
        if (!PQsendQueryPrepared(m_handle, prepared(sql).c_str(), texts.count(), texts.pointers(), nullptr, nullptr, 0)
            || !PQsetSingleRowMode(m_handle))
            fail(m_handle, nullptr);
        return std::make_unique<PostgresCursor>(m_handle, Result(), true);
    }
    std::int64_t apply(std::string_view sql, std::span<const Value> values) override
    {
        const Result result = runPrepared(sql, values);
        return std::strtoll(PQcmdTuples(result.get()), nullptr, 10);
    }

private:
    using Keywords = std::map<std::string, std::string>;

    struct Named
    {
        std::string name; // empty: not prepared yet

        bool isIdle() const { return !name.empty(); }
    };

    static int nextNumber()
    {
        static std::atomic<int> number = 0;
        return ++number;
    }

    static Keywords keywordsOf(const std::string &url)
    {
        char *message = nullptr;
        PQconninfoOption *options = PQconninfoParse(url.c_str(), &message);
        if (!options) {
            const std::string reason = message ? message : "no connection text";
            PQfreemem(message);
            throw StoreError(StoreError::Kind::Other, "The database address is not understood: " + reason);
        }
        Keywords keywords;
        for (const PQconninfoOption *option = options; option->keyword; ++option)
            if (option->val) keywords[option->keyword] = option->val;
        PQconninfoFree(options);
        return keywords;
    }

    /// The value of a keyword that the driver quotes by itself; it is no option any more.
    static QString taken(Keywords &keywords, const char *name)
    {
        const auto node = keywords.extract(name);
        return node.empty() ? QString() : QString::fromStdString(node.mapped());
    }

    /// All other keywords, for the driver to append to its connection string.
    static QString optionsOf(const Keywords &keywords)
    {
        QString options;
        for (const auto &[name, value] : keywords) {
            // The driver takes a semicolon for the end of an option.
            if (value.find(';') != std::string::npos)
                throw StoreError(StoreError::Kind::Other,
                    "The database address is not understood: " + name + " may hold no semicolon.");
            QString quoted = QString::fromStdString(value);
            quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
            options += QString::fromStdString(name) + QStringLiteral("='") + quoted + QStringLiteral("' ");
        }
        return options;
    }

    Result runPrepared(std::string_view sql, std::span<const Value> values)
    {
        const Texts texts(values);
        Result result(
            PQexecPrepared(m_handle, prepared(sql).c_str(), texts.count(), texts.pointers(), nullptr, nullptr, 0));
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(m_handle, result.get());
        return result;
    }

    const std::string &prepared(std::string_view sql)
    {
        std::string &name =
            m_prepared.of(sql, [this](const Named &old) { m_dropped += "DEALLOCATE " + old.name + ";"; }).name;
        if (!name.empty()) return name;
        if (!m_dropped.empty()) {
            execute(m_dropped);
            m_dropped.clear();
        }
        std::string candidate = std::to_string(++m_lastNumber);
        candidate.insert(candidate.begin(), 's'); // not "s" + …: GCC 12 sees no bounds there
        const Result result(PQprepare(m_handle, candidate.c_str(), numbered(sql).c_str(), 0, nullptr));
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
            m_prepared.forget(sql);
            fail(m_handle, result.get());
        }
        name = candidate;
        return name;
    }

    QString m_name;
    QSqlDatabase m_database;
    PGconn *m_handle = nullptr;
    StatementTexts<Named> m_prepared;
    std::string m_dropped; // statements that end the dropped ones
    std::int64_t m_lastNumber = 0;
};

} // namespace

bool isLost(const Connection &connection)
{
    const auto *postgres = dynamic_cast<const PostgresConnection *>(&connection);
    return postgres && postgres->isLost();
}

std::unique_ptr<Connection> openPostgres(const std::string &url)
{
    return std::make_unique<PostgresConnection>(url);
}

} // namespace callboard::store
