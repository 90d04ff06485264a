// SPDX-License-Identifier: GPL-3.0-or-later
// What may wait, how it is written down, and when it is tried again.
#include "tests/support/TestDesktop.h"

#include "core/store/Connection.h"
#include "ui/gateway/Requests.h"
#include "ui/outbox/Changes.h"
#include "ui/outbox/Journal.h"
#include "ui/outbox/Outbox.h"
#include "ui/outbox/WaitingRules.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

const QString email = QString::fromLatin1(TestDesktop::email);
const QString password = QString::fromLatin1(TestDesktop::password);

Change priorityOf(const QString &task, int priority)
{
    Change change = changes::taskEdit(task, {{"priority", priority}});
    change.sentence = u"Priority %1"_s.arg(priority);
    return change;
}

/// Signs anybody in; else nothing answers, or always the same.
class AwayGateway final : public StudioGateway
{
public:
    QString place() const override { return u"nowhere"_s; }
    bool isHostedHere() const override { return false; }
    void becomeLive() { setLink(Link::Live); }
    int tries = 0;
    int status = 0;        // 0: nothing answers
    bool isBroken = false; // what comes cannot be understood

protected:
    QCoro::Task<ApiAnswer> transmit(ApiRequest request) override
    {
        if (request.path == u"/auth/login"_s) {
            ApiAnswer answer;
            answer.status = 200;
            answer.body = R"({"user": {"id": "me"}, "access_token": "a", "refresh_token": "r"})";
            co_return answer;
        }
        ++tries;
        if (isBroken) throw std::runtime_error("type must be string, but is number");
        if (status == 0) throw ApiError::neverSent(u"Nothing answers."_s);
        ApiAnswer answer;
        answer.status = status;
        answer.body = status == 401 ? R"({"msg": "Token has expired"})" : R"({"message": "No."})";
        co_return answer;
    }
    void tokenChanged() override {}
};

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
    }

    void aJournalSurvivesAKilledDesktopAndBelongsToOneWindow()
    {
        WaitingChange change;
        static_cast<Change &>(change) = priorityOf(u"a-task"_s, 3);
        change.id = 7;
        change.made = QDateTime::currentDateTimeUtc();
        change.mayHaveArrived = true;
        change.wanted = {{"acknowledged", true}};
        const pid_t child = ::fork();
        if (child == 0) {
            Journal journal(u"killed"_s, u"me"_s);
            journal.add({change});
            ::kill(::getpid(), SIGKILL);
        }
        int how = 0;
        QCOMPARE(::waitpid(child, &how, 0), child);
        QVERIFY(WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL);
        Journal journal(u"killed"_s, u"me"_s);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, Journal(u"killed"_s, u"me"_s)); // the other window's
        QVERIFY(Journal(u"killed"_s, u"somebody"_s).read().isEmpty());
        QCOMPARE(journal.read().size(), 1);
        const WaitingChange read = journal.read().first();
        QCOMPARE(read.id, 7);
        QCOMPARE(read.path, u"/data/tasks/a-task"_s);
        QVERIFY(read.verb == api::Verb::Put && read.mayHaveArrived && !read.isRefused());
        QVERIFY(*read.body == Json({{"priority", 3}}) && read.wanted == Json({{"acknowledged", true}}));
        QCOMPARE(read.sentence, u"Priority 3"_s);
    }

    void aJournalOfTheFirstLayoutIsReadWithTheKindOfEachChange()
    {
        const QString folder = m_folder->filePath(u"former"_s);
        QVERIFY(QDir().mkpath(folder));
        { // as the program wrote it that knew no kinds
            Journal named(u"former"_s, u"me"_s, folder);
        }
        const QString path = QDir(folder).entryInfoList({u"*.sqlite"_s}).first().filePath();
        {
            const auto file = store::openSqlite(path.toStdString(), false);
            file->execute("DROP TABLE change; PRAGMA user_version = 1;"
                          "CREATE TABLE change (id INTEGER PRIMARY KEY, made TEXT NOT NULL, verb TEXT NOT NULL,"
                          " path TEXT NOT NULL, query TEXT NOT NULL, body TEXT, sentence TEXT NOT NULL,"
                          " subject TEXT NOT NULL, wanted TEXT NOT NULL, may_have_arrived INTEGER NOT NULL,"
                          " refusal TEXT NOT NULL, published TEXT NOT NULL)");
            const auto add = [&](int id, const char *verb, const char *route, const char *body) {
                file->change("INSERT INTO change VALUES (?, '2026-11-30T10:00:00.000Z', ?, ?, '', ?, 'said', 'task',"
                             " 'null', 0, '', '[]')",
                    id, verb, route, body);
            };
            add(1, "POST", "/actions/tasks/task/comment", R"({"comment": "Words"})");
            add(2, "POST", "/data/tasks/task/comments/c1/reply", R"({"text": "Thanks"})");
            add(3, "POST", "/data/tasks/task/comments/c2/ack", "{}");
            add(4, "PUT", "/data/comments/c3", R"({"pinned": true})");
            add(5, "PUT", "/data/tasks/task", R"({"priority": 2})");
            add(6, "PUT", "/data/entities/task", R"({"name": "SH020"})");
            add(7, "PUT", "/actions/persons/p1/assign", R"({"task_ids": ["task"]})");
            add(8, "PUT", "/actions/tasks/clear-assignation", R"({"task_ids": ["task"], "person_id": "p2"})");
            add(9, "PUT", "/actions/preview-files/task/update-annotations", R"({"additions": []})");
        }
        for (int time = 0; time < 2; ++time) { // brought to today's layout once, then read
            Journal journal(u"former"_s, u"me"_s, folder);
            const QList<WaitingChange> changes = journal.read();
            QCOMPARE(changes.size(), 9);
            const std::array expected{std::pair{ChangeKind::Comment, ""}, std::pair{ChangeKind::Reply, "c1"},
                std::pair{ChangeKind::Acknowledgement, "c2"}, std::pair{ChangeKind::CommentEdit, "c3"},
                std::pair{ChangeKind::TaskEdit, ""}, std::pair{ChangeKind::EntityEdit, ""},
                std::pair{ChangeKind::Assignment, "p1"}, std::pair{ChangeKind::Unassignment, "p2"},
                std::pair{ChangeKind::Drawing, ""}};
            for (std::size_t i = 0; i < expected.size(); ++i) {
                const WaitingChange &change = changes[static_cast<qsizetype>(i)];
                QVERIFY2(change.kind == expected[i].first, qPrintable(change.path));
                QCOMPARE(change.object, QString::fromLatin1(expected[i].second));
                QCOMPARE(change.subject, u"task"_s);
            }
        }
    }

    void hundredsOfTasksAreAFewRequests()
    {
        QList<Change> parts;
        for (int i = 0; i < 300; ++i) {
            const QString task = u"task-%1"_s.arg(i);
            parts << changes::assignment(task, u"anna"_s) << changes::unassignment(task, u"ben"_s);
        }
        const auto requests = together(u"production"_s, parts);
        QCOMPARE(requests.size(), 2U);
        QCOMPARE(requests[0].request.path, u"/actions/persons/anna/assign"_s);
        QCOMPARE((*requests[0].request.body)["task_ids"].size(), 300U);
        QCOMPARE(textOf(*requests[1].request.body, "person_id"), u"ben"_s);
        QCOMPARE(requests[1].places.first(), 1);
        const QList<Change> comments{
            changes::comment(u"a"_s, {{"comment", ""}}), changes::comment(u"b"_s, {{"comment", ""}})};
        const auto one = together(u"production"_s, comments);
        QCOMPARE(one.size(), 1U);
        QCOMPARE(one[0].request.path, u"/actions/projects/production/tasks/comment-many"_s);
        QVERIFY(one[0].request.isSentOnce);
        QCOMPARE(textOf((*one[0].request.body)[1], "object_id"), u"b"_s);
    }

    void anAnswerThatCannotBeReadKeepsNothingBack()
    {
        AwayGateway gateway;
        UserSession session(gateway);
        awaited(session.signIn(email, password));
        Outbox outbox(gateway, session, u"nowhere"_s);
        outbox.setPatience(1000, 20);
        awaited(outbox.send(priorityOf(u"a-task"_s, 1)));
        gateway.isBroken = true;
        const int before = gateway.tries;
        outbox.tryNow();
        QTRY_VERIFY(gateway.tries > before);
        QCOMPARE(outbox.waitingCount(), 1);
        gateway.isBroken = false;
        gateway.status = 200;
        QTRY_COMPARE(outbox.waitingCount(), 0);
    }

    void whatMeansSomethingElseLaterIsRefusedAtOnce()
    {
        QVERIFY(mayWait(priorityOf(u"a-task"_s, 1)));
        const Change change = changes::immediate(requestOf(api::Verb::Post, u"/data/projects"_s, Json::object()), {});
        QVERIFY(!mayWait(change));
        AwayGateway gateway;
        UserSession session(gateway);
        awaited(session.signIn(email, password));
        Outbox outbox(gateway, session, u"nowhere"_s);
        QVERIFY_THROWS_EXCEPTION(ApiError, awaited(outbox.send(change)));
        QCOMPARE(outbox.changes().size(), 0);
    }

    void onlyTheStudiosOwnNoIsARefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isRefused");
        for (const int status : {0, 401, 429, 502, 503, 504}) QTest::addRow("%d waits", status) << status << false;
        for (const int status : {400, 403, 404, 422, 500}) QTest::addRow("%d refuses", status) << status << true;
    }
    void onlyTheStudiosOwnNoIsARefusal()
    {
        QFETCH(int, status);
        QFETCH(bool, isRefused);
        AwayGateway gateway;
        gateway.status = status;
        {
            UserSession session(gateway);
            awaited(session.signIn(email, password));
            Outbox outbox(gateway, session, u"nowhere"_s);
            awaited(outbox.send(priorityOf(u"a-task"_s, 1)));
            QTRY_COMPARE(gateway.tries, 1);
            QCOMPARE(outbox.refusedCount(), isRefused ? 1 : 0);
            QCOMPARE(session.isSignedIn(), status != 401); // whose time is over signs in again: nothing is lost by it
        }
        gateway.status = 0;
        UserSession session(gateway);
        awaited(session.signIn(email, password));
        Outbox outbox(gateway, session, u"nowhere"_s);
        QCOMPARE(outbox.changes().size(), 1);
        QCOMPARE(outbox.refusedCount(), isRefused ? 1 : 0);
    }

    void triesAreFewWhileNothingAnswersAndComeAtOnceWithTheLink()
    {
        AwayGateway gateway;
        UserSession session(gateway);
        awaited(session.signIn(email, password));
        Outbox outbox(gateway, session, u"nowhere"_s);
        outbox.setPatience(1000, 50);
        awaited(outbox.send(priorityOf(u"a-task"_s, 1)));
        QCOMPARE(outbox.waitingCount(), 1);
        QTest::qWait(1000); // at 0, 50, 150, 350, 750 ms
        QVERIFY2(gateway.tries >= 2 && gateway.tries <= 6, qPrintable(QString::number(gateway.tries)));
        const int before = gateway.tries;
        awaited(outbox.send(priorityOf(u"a-task"_s, 2))); // no reason to try earlier
        QCOMPARE(gateway.tries, before);
        gateway.becomeLive();
        QCOMPARE(gateway.tries, before + 1);
        QVERIFY(!outbox.changes().first().mayHaveArrived);
    }
};

QTEST_MAIN(TestOutbox)
#include "test_outbox.moc"
