// SPDX-License-Identifier: GPL-3.0-or-later
// What may wait, how it is written down, and when it is tried again.
#include "tests/support/TestDesktop.h"

#include "ui/outbox/Journal.h"
#include "ui/outbox/Outbox.h"
#include "ui/outbox/WaitingRules.h"

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
    Change change;
    change.path = u"/data/tasks/"_s + task;
    change.body = Json{{"priority", priority}};
    change.sentence = u"Priority %1"_s.arg(priority);
    change.subject = task;
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
    int status = 0; // 0: nothing answers

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

    void whatMeansSomethingElseLaterIsRefusedAtOnce()
    {
        Change change = priorityOf(u"a-task"_s, 1);
        QVERIFY(mayWait(change));
        change.verb = api::Verb::Delete;
        QVERIFY(!mayWait(change));
        change.verb = api::Verb::Post;
        for (const QString &path : {u"/data/projects"_s, u"/auth/login"_s, u"/import/csv/projects/1/shots"_s,
                 u"/actions/projects/1/delete-tasks"_s, u"/data/tasks/1/comments/2"_s}) {
            change.path = path;
            QVERIFY2(!mayWait(change), qPrintable(path));
        }
        change.path = u"/data/projects"_s;
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
