// SPDX-License-Identifier: GPL-3.0-or-later
// Slow work holds nobody up, and what cannot be written now is written later.
#include "tests/support/TestProduction.h"

#include <QTest>

#include <future>

using namespace callboard;
using namespace callboard::tests;

namespace {

/// Counts the answers that have come.
class Counting final : public Studio::Answer
{
public:
    explicit Counting(std::atomic<int> &answered)
        : m_answered(answered)
    {}
    void begin(api::Response &&) override {}
    void piece(std::string_view) override {}
    void end(bool) override { ++m_answered; }

private:
    std::atomic<int> &m_answered;
};

std::atomic<int> worked = 0;

jobs::Kind countedWork()
{
    return {[](jobs::Running &) {
                ++worked;
                return std::string();
            },
        [](api::Writing &, const Json &) {}, [](api::Writing &, const Json &) {}};
}

std::string stateOfJobs(store::Connection &database)
{
    auto rows = database.query("SELECT state FROM job WHERE kind = 'counted'");
    return rows.next() ? rows.string(0) : std::string();
}

} // namespace

class LanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongPasswordsOfManyHoldNoReaderUp()
    {
        TestStudio studio;
        const std::string token = studio.signIn();
        constexpr int strangers = 20;
        std::atomic<int> answered = 0;
        for (int i = 0; i < strangers; ++i) {
            api::Request request;
            request.verb = api::Verb::Post;
            request.path = "/auth/login";
            request.headers.set("Content-Type", "application/json");
            request.body = R"({"email": "nobody@example.com", "password": "wrong"})";
            studio.studio().handle(std::move(request), std::make_shared<Counting>(answered));
        }
        QCOMPARE(studio.get("/data/departments", token).status, 200);
        QVERIFY2(answered < strangers, "The reader waited for all the strangers.");
        QTRY_COMPARE_WITH_TIMEOUT(answered.load(), strangers, 60'000);
    }

    void strangersBeyondABoundAreAskedToComeAgain()
    {
        TestStudio studio;
        const std::string token = studio.signIn();
        std::vector<std::future<int>> answers;
        class Status final : public Studio::Answer
        {
        public:
            std::promise<int> status;
            void begin(api::Response &&response) override { status.set_value(response.status); }
            void piece(std::string_view) override {}
            void end(bool) override {}
        };
        // A body that is refused before anything is hashed, behind some that are.
        for (int i = 0; i < 400; ++i) {
            api::Request request;
            request.verb = api::Verb::Post;
            request.path = "/auth/login";
            request.headers.set("Content-Type", "application/json");
            request.body = i < 4 ? R"({"email": "nobody@example.com", "password": "wrong"})" : "{}";
            auto answer = std::make_shared<Status>();
            answers.push_back(answer->status.get_future());
            studio.studio().handle(std::move(request), answer);
        }
        int refused = 0;
        for (auto &answer : answers) refused += answer.get() == 503;
        QVERIFY2(refused > 0, "Nobody was asked to come again.");
        QCOMPARE(studio.get("/data/departments", token).status, 200);
    }

    void aJobWhoseEndCannotBeWrittenEndsLater()
    {
        worked = 0;
        StudioOptions options;
        options.jobKinds.emplace("counted", countedWork());
        QTemporaryDir folder;
        options.folder = folder.path().toStdString();
        if (TestPostgres::isAsked()) options.postgresUrl = TestPostgres::newDatabase();
        const std::string url = options.postgresUrl;
        Studio studio(options);
        const auto database = url.empty() ? store::openSqlite(options.folder.string() + "/database/studio.db", false)
                                          : store::openPostgres(url);
        database->execute(database->isSqlite()
                ? "CREATE TRIGGER no_end BEFORE UPDATE ON job WHEN NEW.state = 'succeeded'"
                  " BEGIN SELECT RAISE(ABORT, 'no room'); END"
                : "ALTER TABLE job ADD CONSTRAINT no_end CHECK (state <> 'succeeded')");
        studio.queueJobs("counted", {Json::object()});
        QTRY_COMPARE(worked.load(), 1);
        QTest::qWait(300);
        QCOMPARE(stateOfJobs(*database), std::string("running"));
        database->execute(database->isSqlite() ? "DROP TRIGGER no_end" : "ALTER TABLE job DROP CONSTRAINT no_end");
        QTRY_COMPARE_WITH_TIMEOUT(stateOfJobs(*database), std::string("succeeded"), 10'000);
        QCOMPARE(worked.load(), 1);
    }
};

QTEST_GUILESS_MAIN(LanesTest)
#include "test_lanes.moc"
