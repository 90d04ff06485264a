// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of older and newer builds, and that no change of the tables is forgotten in the steps between them.
#include "core/store/schema/Tables.h"
#include "core/store/Ddl.h"
#include "core/store/Migrations.h"
#include "core/studio/Studio.h"
#include "tests/support/TestStudio.h"

#include <QCryptographicHash>
#include <QTest>

using namespace callboard;
using namespace callboard::tests;

namespace {

/// The tables of each schema number, as a hash. A line that is there is never changed: studios have these tables.
const std::map<int, const char *> tablesOfSchema = {
    {1, "685eba2d0122e39c4e1abe088481bb42a17dd3dc86e6b40856651048e1da2a5a"},
};

/// Of what needs a migration: not of the lists' indexes, which are made whenever a studio is opened.
QByteArray hashOfTables()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto dialect : {store::Dialect::Sqlite, store::Dialect::Postgres}) {
        std::string statements = store::createStatements(dialect, schema::tables());
        const std::string indexes = store::createListIndexes(schema::tables());
        statements.erase(statements.find(indexes), indexes.size());
        hash.addData(QByteArray::fromStdString(statements));
    }
    return hash.result().toHex();
}

const store::Migration addColour{2, "colour of studios",
    [](store::Connection &database) { database.execute("ALTER TABLE studio ADD COLUMN hue TEXT"); }};

std::int64_t newestNumber(store::Connection &database)
{
    auto rows = database.query("SELECT max(number) FROM schema_migration");
    rows.next();
    return rows.integer(0);
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    static constexpr auto now = "2026-12-01T12:00:00";
    QTemporaryDir m_folder;

    std::unique_ptr<store::Connection> emptyDatabase()
    {
        static int count = 0;
        if (TestPostgres::isAsked()) return store::openPostgres(TestPostgres::newDatabase());
        return store::openSqlite(m_folder.filePath(QString::number(++count)).toStdString(), false);
    }

private Q_SLOTS:
    void tablesHaveNotChangedWithoutAMigration()
    {
        const auto known = tablesOfSchema.find(store::currentSchemaNumber());
        QVERIFY2(known != tablesOfSchema.end(),
            "Add the number of the new migration, with the hash of its tables, to this test.");
        QVERIFY2(hashOfTables() == known->second,
            ("The tables are others than those of schema " + std::to_string(known->first)
                + ": studios of that schema need a step in core/store/Migrations.cpp. The hash is now "
                + hashOfTables().toStdString())
                .c_str());
    }

    void aNewStudioHasTheNewestNumber()
    {
        auto database = emptyDatabase();
        QVERIFY(store::migrate(*database, now));
        QCOMPARE(newestNumber(*database), store::currentSchemaNumber());
        QVERIFY(!store::migrate(*database, now));
    }

    void anOlderStudioGetsTheStepsThatItLacksOnce()
    {
        auto database = emptyDatabase();
        store::migrate(*database, now, {});
        QVERIFY(!store::migrate(*database, now, {addColour}));
        QCOMPARE(newestNumber(*database), 2);
        database->execute("UPDATE studio SET hue = 'red'");
        QVERIFY(!store::migrate(*database, now, {addColour})); // a second time would be refused
    }

    void aStepThatFailsLeavesTheStudioAsItWas()
    {
        auto database = emptyDatabase();
        store::migrate(*database, now, {});
        const store::Migration fails{2, "fails", [](store::Connection &connection) {
                                         addColour.apply(connection);
                                         connection.execute("ALTER TABLE nothing ADD COLUMN hue TEXT");
                                     }};
        QVERIFY_THROWS_EXCEPTION(store::StoreError, store::migrate(*database, now, {fails}));
        QCOMPARE(newestNumber(*database), 1);
        QVERIFY(!store::migrate(*database, now, {addColour})); // the column is not there
    }

    void aStudioOfANewerBuildIsRefusedWithASentence()
    {
        QTemporaryDir folder;
        const auto options = TestStudio::keptIn(folder.path().toStdString());
        {
            TestStudio studio(options);
            studio.openDatabase()->change("INSERT INTO schema_migration (number, name, applied_at) VALUES (?, ?, ?)",
                store::currentSchemaNumber() + 1, "of a newer build", now);
        }
        try {
            Studio again{StudioOptions(options)};
            QFAIL("It was opened.");
        } catch (const store::NewerStudioError &error) {
            QVERIFY(QByteArray(error.what()).contains("newer version of Callboard"));
        }
    }
};

QTEST_GUILESS_MAIN(TestMigrations)

#include "test_migrations.moc"
