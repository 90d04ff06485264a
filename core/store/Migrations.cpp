// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

#include "core/store/schema/Tables.h"
#include "core/store/Ddl.h"

namespace callboard::store {

namespace {

constexpr int firstSchemaNumber = 1;

bool hasTable(Connection &database, const std::string &name)
{
    const char *sql = database.isSqlite()
        ? "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        : "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?";
    return database.query(sql, name).next();
}

void record(Connection &database, int number, const std::string &name, const std::string &now)
{
    database.change("INSERT INTO schema_migration (number, name, applied_at) VALUES (?, ?, ?)", number, name, now);
}

template<typename Step>
void inTransaction(Connection &database, Step step)
{
    database.execute("BEGIN");
    try {
        step();
        database.execute("COMMIT");
    } catch (...) {
        database.execute("ROLLBACK");
        throw;
    }
}

void makeSchema(Connection &database, const std::vector<Migration> &steps, const std::string &now)
{
    inTransaction(database, [&] {
        database.execute("CREATE TABLE schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
                         " applied_at TEXT NOT NULL)");
        database.execute(createStatements(database.dialect(), schema::tables()));
        record(database, firstSchemaNumber, "first schema", now);
        for (const Migration &step : steps) record(database, step.number, step.name, now);
    });
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> steps;
    return steps;
}

int currentSchemaNumber()
{
    return migrations().empty() ? firstSchemaNumber : migrations().back().number;
}

bool migrate(Connection &database, const std::string &now, const std::vector<Migration> &steps)
{
    if (!hasTable(database, "schema_migration")) {
        makeSchema(database, steps, now);
        return true;
    }
    auto rows = database.query("SELECT max(number) FROM schema_migration");
    rows.next();
    const auto present = rows.integer(0);
    const int known = steps.empty() ? firstSchemaNumber : steps.back().number;
    if (present > known)
        throw NewerStudioError("This studio was written by a newer version of Callboard (schema "
            + std::to_string(present) + ", this version knows " + std::to_string(known)
            + "). Install the newer version to open it.");
    for (const Migration &step : steps) {
        if (step.number <= present) continue;
        inTransaction(database, [&] {
            step.apply(database);
            record(database, step.number, step.name, now);
        });
    }
    // They change no answer, so they need no number.
    database.execute(createListIndexes(schema::tables()));
    return false;
}

} // namespace callboard::store
