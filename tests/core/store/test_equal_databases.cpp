// SPDX-License-Identifier: GPL-3.0-or-later
// What holds on SQLite holds on PostgreSQL: rules under many hands, a database that is restarted, its address.
#include "core/store/DatabaseGone.h"
#include "core/store/StatementTexts.h"
#include "core/studio/Writer.h"
#include "tests/support/TestProduction.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <unistd.h>

#include <future>
#include <thread>

using namespace callboard;
using namespace callboard::tests;

namespace {

/// A shot with an animation task and one comment.
struct CommentedTask
{
    explicit CommentedTask(TestStudio &studio)
        : production(studio)
    {
        const auto status = production.idNamed("task_status", "Todo");
        id = studio
                 .post("/data/tasks",
                     {{"name", "main"}, {"project_id", production.id()},
                         {"task_type_id", production.idNamed("task_type", "Animation")},
                         {"entity_id", production.shot("SH010", production.sequence("SE01"))},
                         {"task_status_id", status}})
                 .body.value("id", "");
        comment = studio.post("/actions/tasks/" + id + "/comment", {{"task_status_id", status}, {"comment", "Take"}})
                      .body.value("id", "");
    }

    TestProduction production;
    std::string id;
    std::string comment;
};

/// Ends and starts the PostgreSQL that the connection belongs to.
class Cluster
{
public:
    explicit Cluster(store::Connection &database)
    {
        auto folder = database.query("SHOW data_directory");
        folder.next();
        m_folder = QString::fromStdString(folder.string(0));
    }
    bool restart() const
    {
        QStringList command{QStringLiteral("/usr/lib/postgresql/15/bin/pg_ctl"), QStringLiteral("-D"), m_folder,
            QStringLiteral("-w"), QStringLiteral("-m"), QStringLiteral("fast"), QStringLiteral("-l"),
            m_folder + QStringLiteral("/../log"), QStringLiteral("restart")};
        if (geteuid() == 0)
            command = QStringList{QStringLiteral("runuser"), QStringLiteral("-u"), QStringLiteral("postgres"),
                          QStringLiteral("--")}
                + command;
        QProcess process;
        process.setWorkingDirectory(QDir::rootPath());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        const QString program = command.takeFirst();
        process.start(program, command);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

private:
    QString m_folder;
};

std::string cell(store::Connection &database, const std::string &sql)
{
    auto rows = database.query(sql);
    return rows.next() ? rows.string(0) : std::string();
}

} // namespace

class EqualDatabasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesThatComeTogetherAreAllKept()
    {
        TestStudio studio;
        const CommentedTask task(studio);
        const std::string token = studio.signIn();
        constexpr int clients = 8;
        constexpr int repliesOfEach = 5;
        std::atomic<int> accepted = 0;
        std::vector<std::thread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&] {
                for (int i = 0; i < repliesOfEach; ++i)
                    if (studio
                            .post("/data/tasks/" + task.id + "/comments/" + task.comment + "/reply", {{"text", "Yes"}},
                                token)
                            .status
                        == 200)
                        ++accepted;
            });
        for (auto &thread : threads) thread.join();
        QCOMPARE(accepted.load(), clients * repliesOfEach);
        const Json comment = studio.get("/data/comments/" + task.comment).body;
        QCOMPARE(comment["replies"].size(), std::size_t(clients * repliesOfEach));
    }

    void aChangeThatADeadlockTakesBackIsRunAgain()
    {
        TestStudio studio;
        const auto open = [&] { return studio.openDatabase(); };
        Writer writer(LastingConnection(open), [](std::vector<api::Event> &&) {});
        int runs = 0;
        std::promise<std::exception_ptr> done;
        writer.submit(
            [&](store::Connection &database) -> Committed {
                database.change(
                    "INSERT INTO studio_setting (name, value) VALUES (?, 'x')", "run" + std::to_string(++runs));
                if (runs == 1) throw store::StoreError(store::StoreError::Kind::Busy, "deadlock detected");
                return {};
            },
            [&](std::exception_ptr failure) { done.set_value(failure); });
        QVERIFY(!done.get_future().get());
        QCOMPARE(runs, 2);
        writer.stop();
        QCOMPARE(cell(*studio.openDatabase(), "SELECT name FROM studio_setting WHERE name LIKE 'run%'"),
            std::string("run2"));
    }

    void aRestartedDatabaseIsUsedAgainByItself()
    {
        if (!TestPostgres::isAsked()) QSKIP("SQLite has no server.");
        TestStudio studio;
        const std::string token = studio.signIn();
        const Cluster cluster(*studio.openDatabase());
        QVERIFY(cluster.restart());
        QElapsedTimer since;
        since.start();
        const auto works = [&] {
            return studio.get("/data/persons", token).status == 200
                && studio
                       .post("/data/departments",
                           {{"name", "D" + std::to_string(since.elapsed())}, {"color", "#123456"}}, token)
                       .status
                == 201
                && !studio.signIn().empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(works(), 2000);
        for (int i = 0; i < 20; ++i) QCOMPARE(studio.get("/data/persons", token).status, 200);
    }

    void aDatabaseThatEndsInTheMiddleIsToldAsGone()
    {
        if (!TestPostgres::isAsked()) QSKIP("SQLite has no server.");
        TestStudio studio;
        const auto database = studio.openDatabase();
        const auto other = studio.openDatabase();
        const auto process = cell(*database, "SELECT pg_backend_pid()");
        QVERIFY(!store::isLost(*database));
        other->query("SELECT pg_terminate_backend(" + process + ")").next();
        QTRY_VERIFY(store::isLost(*database));
        QVERIFY_THROWS_EXCEPTION(store::DatabaseGone, database->execute("BEGIN"));
    }

    void everyOptionOfTheAddressCounts()
    {
        if (!TestPostgres::isAsked()) QSKIP("SQLite has no address.");
        const std::string address = TestPostgres::newDatabase();
        const auto named = store::openPostgres(address + " application_name='it\\'s dailies'");
        QCOMPARE(cell(*named, "SELECT current_setting('application_name')"), std::string("it's dailies"));
        QVERIFY_THROWS_EXCEPTION(store::DatabaseGone, store::openPostgres(address + " target_session_attrs=standby"));
        QCOMPARE(cell(*store::openPostgres(address), "SELECT current_setting('application_name')"),
            std::string("callboard"));
    }

    void aStudioThatGetsTooFewConnectionsSaysSo()
    {
        if (!TestPostgres::isAsked()) QSKIP("SQLite has no server.");
        const std::string address = TestPostgres::newDatabase();
        const auto database = store::openPostgres(address);
        const std::string name = cell(*database, "SELECT current_database()");
        database->execute("CREATE ROLE few LOGIN CONNECTION LIMIT 2; ALTER DATABASE " + name
            + " OWNER TO few;"
              " GRANT ALL ON SCHEMA public TO few");
        QTemporaryDir folder;
        StudioOptions options;
        options.folder = folder.path().toStdString();
        options.postgresUrl = address + " user=few";
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, Studio studio(options));
    }

    void statementsOfEverNewTextsAreLetGo()
    {
        TestStudio studio;
        const auto database = studio.openDatabase();
        auto outer = database->query("SELECT name FROM task_status ORDER BY name");
        QVERIFY(outer.next());
        const std::string first = outer.string(0);
        for (int i = 1; i <= 1000; ++i) {
            auto rows = database->query("SELECT " + std::to_string(i) + " WHERE ? = 1", 1);
            QVERIFY(rows.next());
            QCOMPARE(rows.integer(0), i);
        }
        QVERIFY(outer.next());
        QVERIFY(outer.string(0) > first);
        const auto &keeping = dynamic_cast<const store::KeepsStatements &>(*database);
        QVERIFY2(keeping.keptStatements() <= 201, std::to_string(keeping.keptStatements()).c_str());
        if (!database->isSqlite())
            QVERIFY(std::stoi(cell(*database, "SELECT count(*) FROM pg_prepared_statements")) <= 201);
    }

    void aStatementThatWasLetGoIsPreparedAgain()
    {
        TestStudio studio;
        const auto database = studio.openDatabase();
        const auto ask = [&](int i) {
            auto rows = database->query("SELECT " + std::to_string(i) + " WHERE ? = 1", 1);
            return rows.next() && rows.integer(0) == i;
        };
        for (int round = 0; round < 3; ++round)
            for (int i = 1; i <= 300; ++i) QVERIFY(ask(i));
    }
};

QTEST_GUILESS_MAIN(EqualDatabasesTest)
#include "test_equal_databases.moc"
