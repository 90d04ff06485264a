// SPDX-License-Identifier: GPL-3.0-or-later
// Work goes on when a joined studio cannot be reached. The studio is the program callboard-server in a process of its
// own, reached through a relay that can be cut, and can lose an answer.
#include "tests/support/RunningServer.h"
#include "tests/support/TestDesktop.h"

#include "ui/entities/EntityEditing.h"
#include "ui/entities/EntityFeed.h"
#include "ui/entities/WaitingEdits.h"
#include "ui/mytasks/MyTasksModel.h"
#include "ui/outbox/Journal.h"
#include "ui/outbox/WaitingRules.h"
#include "ui/parts/Label.h"
#include "ui/review/AnnotationSync.h"
#include "ui/shell/LinkMark.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/WaitingSheet.h"
#include "ui/tasks/PublishQueue.h"
#include "ui/tasks/TaskWriting.h"
#include "ui/tasks/WaitingComments.h"

#include <QCoroTimer>
#include <QImage>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

const QString email = u"admin@example.com"_s;
const QString password = u"mysecretpassword"_s;

/// Passes bytes between the desktop and the server. The address stays the same while servers come and go.
class Relay final : public QTcpServer
{
public:
    Relay()
    {
        listen(QHostAddress::LocalHost);
        m_port = serverPort();
    }
    void setServer(quint16 port) { m_server = port; }
    QString address() const { return u"127.0.0.1:%1"_s.arg(m_port); }
    void cut()
    {
        close();
        for (QTcpSocket *socket : findChildren<QTcpSocket *>()) socket->abort();
    }
    bool mend() { return listen(QHostAddress::LocalHost, m_port); }
    /// The next request with these words is carried out, and its answer is lost with the connection.
    void loseAnswerTo(const QByteArray &words) { m_lost = words; }
    bool hasLost() const { return m_lost.isEmpty(); }
    /// Requests with these words break off before the server hears of them; empty: none.
    void stop(const QByteArray &words) { m_stopped = words; }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *desktop = new QTcpSocket(this);
        auto *server = new QTcpSocket(this);
        desktop->setSocketDescriptor(handle);
        server->connectToHost(QHostAddress::LocalHost, m_server);
        connect(desktop, &QTcpSocket::readyRead, this, [this, desktop, server] {
            const QByteArray bytes = desktop->readAll();
            if (!m_stopped.isEmpty() && bytes.contains(m_stopped)) {
                desktop->abort();
                return;
            }
            if (!m_lost.isEmpty() && bytes.contains(m_lost)) {
                m_lost.clear();
                server->setProperty("isLost", true);
            }
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, this, [desktop, server] {
            const QByteArray bytes = server->readAll();
            if (server->property("isLost").toBool())
                desktop->abort();
            else
                desktop->write(bytes);
        });
        connect(desktop, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
        connect(server, &QTcpSocket::disconnected, desktop, [desktop] { desktop->disconnectFromHost(); });
        for (QTcpSocket *socket : {desktop, server})
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    quint16 m_port = 0;
    quint16 m_server = 0;
    QByteArray m_lost;
    QByteArray m_stopped;
};

/// A desktop that joined: the studio as it has it open, and the spreadsheet of a production.
struct Desk
{
    explicit Desk(const QString &address)
        : studio(tests::awaited(OpenedStudio::join(address)))
    {
        studio->outbox().setPatience(400, 100);
        tests::awaited(studio->session().signIn(email, password));
        tests::awaited(studio->directory().load());
    }
    void show(const QString &production)
    {
        editing.setProduction(production);
        feed.show(production);
    }
    bool isLive() const { return studio->gateway().link() == StudioGateway::Link::Live; }
    Outbox &outbox() { return studio->outbox(); }

    std::unique_ptr<OpenedStudio> studio;
    SheetModel model;
    EntityFeed feed{*studio, EntityKind::Shot, model};
    EntityEditing editing{*studio, model};
    WaitingEdits waiting{studio->outbox(), model};
};

Change priorityOf(const QString &task, int priority)
{
    Change change;
    change.path = u"/data/tasks/"_s + task;
    change.body = Json{{"priority", priority}};
    change.sentence = u"Priority %1"_s.arg(priority);
    change.subject = task;
    return change;
}

QPushButton *buttonOf(const QWidget &parent, const QString &text)
{
    for (auto *button : parent.findChildren<QPushButton *>())
        if (button->text() == text && !button->isHidden()) return button;
    return nullptr;
}

/// Signs anybody in; nothing else is answered.
class AwayGateway final : public StudioGateway
{
public:
    QString place() const override { return u"nowhere"_s; }
    bool isHostedHere() const override { return false; }
    void becomeLive() { setLink(Link::Live); }
    int tries = 0;

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
        throw ApiError::neverSent(u"Nothing answers."_s);
    }
    void tokenChanged() override {}
};

} // namespace

class TestOffline : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::RunningServer> m_server;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Desk> m_desk;
    QString m_production;
    QString m_animation; // the task type
    QStringList m_shots;
    QStringList m_tasks;

    void startServer()
    {
        m_server.reset();
        m_server = std::make_unique<tests::RunningServer>(
            QStringList{u"--data"_s, m_folder->filePath(u"studio"_s), u"--administrator"_s, email},
            password.toUtf8() + '\n');
        m_relay->setServer(m_server->port);
    }
    Json get(const QString &path) { return tests::awaited(m_desk->studio->gateway().get(path)); }
    Json post(const QString &path, const Json &body)
    {
        return tests::awaited(m_desk->studio->gateway().post(path, body));
    }
    /// The same person elsewhere, whom no relay cuts off.
    tests::PlainClient elsewhere()
    {
        return tests::PlainClient(m_server->port, m_desk->studio->gateway().accessToken().toUtf8());
    }
    Json comments(qsizetype task)
    {
        return elsewhere().get("/data/tasks/" + m_tasks[task].toUtf8() + "/comments").json();
    }
    Json task(qsizetype place) { return elsewhere().get("/data/tasks/" + m_tasks[place].toUtf8()).json(); }
    CellAddress cell(qsizetype shot) const { return {m_shots[shot], {ColumnKind::Task, m_animation}}; }
    bool isMarked(const CellAddress &at)
    {
        SheetModel &model = m_desk->model;
        return model.isPending(model.rowOf(at.rowId), model.columnOf(at.column));
    }
    QString status(const QString &shortName)
    {
        for (const auto &status : m_desk->studio->directory().statuses())
            if (status.shortName.compare(shortName, Qt::CaseInsensitive) == 0 && !status.isForConcept) return status.id;
        return {};
    }
    void goAway()
    {
        m_relay->cut();
        QTRY_VERIFY(!m_desk->isLive());
    }
    void comeBack()
    {
        QVERIFY(m_relay->mend());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isLive(), 20'000);
    }
    void makeProduction()
    {
        Json body = {{"name", "Alpha"}, {"team", {m_desk->studio->session().person().id.toStdString()}}};
        body["task_types"] = Json::array();
        for (const auto &type : m_desk->studio->directory().taskTypes())
            if (type.forEntity == u"Shot"_s) {
                body["task_types"].push_back(type.id.toStdString());
                if (type.name == u"Animation"_s) m_animation = type.id;
            }
        m_production = textOf(post(u"/data/projects"_s, body), "id");
        const QString sequence =
            textOf(post(u"/data/projects/%1/sequences"_s.arg(m_production), {{"name", "SQ010"}}), "id");
        Json ids = Json::array();
        for (const char *name : {"SH0010", "SH0020", "SH0030"}) {
            const Json shot = {{"name", name}, {"sequence_id", sequence.toStdString()}};
            m_shots << textOf(post(u"/data/projects/%1/shots"_s.arg(m_production), shot), "id");
            ids.push_back(m_shots.last().toStdString());
        }
        const Json made =
            post(u"/actions/projects/%1/task-types/%2/shots/create-tasks"_s.arg(m_production, m_animation), ids);
        for (const QString &shot : m_shots)
            for (const Json &each : made)
                if (textOf(each, "entity_id") == shot) m_tasks << textOf(each, "id");
        tests::awaited(m_desk->studio->directory().load());
    }
    void join()
    {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(m_relay->address());
        QTRY_VERIFY(m_desk->isLive());
    }
    void showShots()
    {
        m_desk->show(m_production);
        QTRY_COMPARE(m_desk->model.entityCount(), 3);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(u"settings"_s));
        Theme::instance().install();
        m_relay = std::make_unique<Relay>();
        startServer();
        QVERIFY2(m_server->port > 0, qPrintable(m_server->firstLine));
        join();
        makeProduction();
        QCOMPARE(m_tasks.size(), 3);
        showShots();
    }
    void cleanup()
    {
        m_desk.reset();
        m_relay.reset();
        m_server.reset();
        m_shots.clear();
        m_tasks.clear();
    }

    void editsGoOnWhileTheStudioIsAwayAndArriveOnceAndInTheirOrder()
    {
        LinkMark mark(*m_desk->studio);
        StatusBar bar(*m_desk->studio);
        const auto *sent = bar.findChild<Label *>(u"whether-sent"_s);
        QCOMPARE(mark.text(), u"Live"_s);
        QCOMPARE(sent->text(), u"All changes sent"_s);
        m_server->kill();
        m_relay->cut();
        QTRY_VERIFY(!m_desk->isLive());
        QCOMPARE(mark.text(), u"Offline"_s);
        const CellAddress frames{m_shots[1], {ColumnKind::Frames, {}}};
        m_desk->editing.carryOut({{cell(0)}, CellAspect::Status, status(u"wip"_s)});
        m_desk->editing.carryOut({{cell(0), cell(1)}, CellAspect::Status, status(u"retake"_s)});
        m_desk->editing.carryOut({{cell(0), cell(1), cell(2)}, CellAspect::Priority, 2});
        m_desk->editing.carryOut({{frames}, CellAspect::Value, 120});
        m_desk->editing.carryOut(
            {{cell(2)}, CellAspect::Assignees, QStringList{m_desk->studio->session().person().id}});
        QCOMPARE(m_desk->outbox().waitingCount(), 8);
        QVERIFY2(mark.text().startsWith(u"Offline · 8 change"_s), qPrintable(mark.text()));
        QVERIFY2(sent->text().startsWith(u"8 change"_s), qPrintable(sent->text()));
        QCOMPARE(m_desk->outbox().changes().first().sentence, u"Animation of SQ010 / SH0010 → WIP"_s);
        QCOMPARE(m_desk->model.aspect(cell(0), CellAspect::Status).toString(), status(u"retake"_s));
        QCOMPARE(m_desk->model.aspect(frames, CellAspect::Value).toInt(), 120);
        for (const CellAddress &at : {cell(0), cell(1), cell(2), frames}) QVERIFY(isMarked(at));

        startServer();
        comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->outbox().changes().size(), 0, 20'000);
        for (const CellAddress &at : {cell(0), cell(1), cell(2), frames}) QVERIFY(!isMarked(at));
        QCOMPARE(mark.text(), u"Live"_s);
        QCOMPARE(sent->text(), u"All changes sent"_s);
        const Json said = comments(0); // newest first
        QCOMPARE(said.size(), 2U);
        QCOMPARE(textOf(said[0], "task_status_id"), status(u"retake"_s));
        QCOMPARE(textOf(said[1], "task_status_id"), status(u"wip"_s));
        QCOMPARE(comments(1).size(), 1U);
        for (int i = 0; i < 3; ++i) QCOMPARE(wholeOf(task(i), "priority"), 2);
        const Json shot = elsewhere().get("/data/shots/" + m_shots[1].toUtf8()).json();
        QCOMPARE(wholeOf(shot, "nb_frames"), 120);
        QTRY_COMPARE(m_desk->model.aspect(cell(0), CellAspect::Status).toString(), status(u"retake"_s));
    }

    void whatWaitsIsThereAgainAtTheNextStartWithItsMarks()
    {
        const QString me = m_desk->studio->session().person().id;
        const QByteArray token = m_desk->studio->gateway().accessToken().toUtf8();
        goAway();
        m_desk->editing.carryOut({{cell(0)}, CellAspect::Status, status(u"wip"_s)});
        m_desk->editing.carryOut({{cell(1)}, CellAspect::Assignees, QStringList{me}});
        m_desk.reset();
        QVERIFY(m_relay->mend());
        QDirIterator files(m_folder->filePath(u"data"_s), {u"*.sqlite*"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(token) && !bytes.contains(password.toUtf8()) && !bytes.contains(email.toUtf8()));
        }
        m_relay->stop("POST /actions/tasks/"); // so that they still wait when the new window shows them
        join();
        showShots();
        QTRY_COMPARE(m_desk->model.aspect(cell(0), CellAspect::Status).toString(), status(u"wip"_s));
        QCOMPARE(m_desk->model.aspect(cell(1), CellAspect::Assignees).toStringList(), QStringList{me});
        QVERIFY(isMarked(cell(0)) && isMarked(cell(1)));
        QCOMPARE(comments(0).size(), 0U);
        m_relay->stop({});
        m_desk->outbox().tryNow();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QVERIFY(!isMarked(cell(0)) && !isMarked(cell(1)));
        QCOMPARE(comments(0).size(), 1U);
        QCOMPARE(task(1)["assignees"].size(), 1U);
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

    void whatTheStudioRefusesIsTakenBackWithTheReasonAndLaterChangesGoOn()
    {
        goAway();
        m_desk->editing.carryOut({{cell(0)}, CellAspect::Priority, 3});
        m_desk->editing.carryOut({{cell(1)}, CellAspect::Priority, 2});
        QCOMPARE(m_desk->outbox().waitingCount(), 2);
        QCOMPARE(elsewhere().remove("/data/tasks/" + m_tasks[0].toUtf8() + "?force=true").status, 204);
        QSignalSpy takenBack(&m_desk->outbox(), &Outbox::takenBack);
        comeBack();
        QTRY_COMPARE(m_desk->outbox().waitingCount(), 0);
        QCOMPARE(wholeOf(task(1), "priority"), 2);
        QCOMPARE(takenBack.size(), 1);
        QCOMPARE(m_desk->outbox().refusedCount(), 1);
        const WaitingChange refused = m_desk->outbox().changes().first();
        QVERIFY2(refused.sentence.contains(u"SH0010"_s), qPrintable(refused.sentence));
        QVERIFY(!refused.refusal.isEmpty());
        QVERIFY(m_desk->model.aspect(cell(0), CellAspect::Priority).toInt() != 3);
        QVERIFY(!isMarked(cell(0)));

        QWidget window;
        window.resize(900, 700);
        auto *sheet = new WaitingSheet(m_desk->outbox(), &window);
        sheet->open();
        QVERIFY(buttonOf(*sheet, u"Try again"_s));
        buttonOf(*sheet, u"Try again"_s)->click();
        QTRY_COMPARE(takenBack.size(), 2); // it is still gone
        QTRY_VERIFY(buttonOf(*sheet, u"Discard"_s));
        buttonOf(*sheet, u"Discard"_s)->click();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
    }

    void aCommentWhoseAnswerWasLostIsNotSaidTwice()
    {
        m_relay->loseAnswerTo("POST /actions/tasks/");
        Change comment;
        comment.verb = api::Verb::Post;
        comment.path = u"/actions/tasks/%1/comment"_s.arg(m_tasks[0]);
        comment.body = Json{{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Blocked out"}};
        comment.subject = m_tasks[0];
        comment.sentence = u"Comment"_s;
        const Sent first = tests::awaited(m_desk->outbox().send(comment));
        QVERIFY(m_relay->hasLost());
        QVERIFY(!first.answer && first.waiting.size() == 1);
        QVERIFY(m_desk->outbox().changes().first().mayHaveArrived);
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QCOMPARE(comments(0).size(), 1U);

        // The same when what waited is sent and its answer is lost, and when the server dies after it.
        goAway();
        comment.body = Json{{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Again"}};
        tests::awaited(m_desk->outbox().send(comment));
        m_relay->loseAnswerTo("POST /actions/tasks/");
        comeBack();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QVERIFY(m_relay->hasLost());
        QCOMPARE(comments(0).size(), 2U);

        m_relay->loseAnswerTo("/reply");
        const QString newest = textOf(comments(0)[0], "id");
        Change reply;
        reply.verb = api::Verb::Post;
        reply.path = u"/data/tasks/%1/comments/%2/reply"_s.arg(m_tasks[0], newest);
        reply.body = Json{{"text", "Thanks"}};
        reply.subject = m_tasks[0];
        tests::awaited(m_desk->outbox().send(reply));
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QCOMPARE(comments(0)[0]["replies"].size(), 1U);
    }

    void anAcknowledgementIsNotTurnedOverAgain()
    {
        const QByteArray path = "/data/tasks/" + m_tasks[0].toUtf8() + "/comments/";
        const Json said = post(u"/actions/tasks/%1/comment"_s.arg(m_tasks[0]),
            {{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Look"}});
        const QString id = textOf(said, "id");
        TaskFeed feed(*m_desk->studio);
        TaskWriting writing(*m_desk->studio, feed);
        feed.show(m_tasks[0]);
        QTRY_VERIFY(feed.comment(id));
        goAway();
        writing.acknowledge(id);
        QCOMPARE(m_desk->outbox().waitingCount(), 1);
        QCOMPARE(feed.comment(id)->acknowledgedBy.size(), 1);
        elsewhere().post(path + id.toUtf8() + "/ack", Json::object()); // from another computer
        QCOMPARE(comments(0)[0]["acknowledgements"].size(), 1U);
        comeBack();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QCOMPARE(comments(0)[0]["acknowledgements"].size(), 1U);
    }

    void aCommentThatWaitsIsShownInItsThread()
    {
        TaskFeed feed(*m_desk->studio);
        TaskWriting writing(*m_desk->studio, feed);
        WaitingComments waiting(*m_desk->studio, feed);
        feed.show(m_tasks[0]);
        QTRY_VERIFY(feed.isLoaded());
        goAway();
        QSignalSpy posted(&writing, &TaskWriting::posted);
        writing.post({status(u"wip"_s), u"Without a network"_s, {}, {}, {}});
        QTRY_COMPARE(posted.size(), 1); // it is written down: the draft can go
        QCOMPARE(feed.comments().size(), 1);
        QVERIFY(feed.comments().first().isWaiting);
        QCOMPARE(feed.comments().first().text, u"Without a network"_s);
        QCOMPARE(m_desk->model.aspect(cell(0), CellAspect::Status).toString(), status(u"wip"_s)); // and in the sheet
        QVERIFY(isMarked(cell(0)));
        comeBack();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QTRY_VERIFY(feed.comments().size() == 1 && !feed.comments().first().isOnItsWay);
        QCOMPARE(comments(0).size(), 1U);

        QSignalSpy refused(&writing, &TaskWriting::postRefused);
        goAway();
        writing.post({status(u"wip"_s), u"With a file"_s, {}, {}, {m_folder->filePath(u"none.txt"_s)}});
        QTRY_COMPARE(refused.size(), 1); // what has files does not wait: the draft stays
        QCOMPARE(m_desk->outbox().changes().size(), 0);
    }

    void undoOfWhatWaitsOnlyDropsIt()
    {
        goAway();
        const QVariant before = m_desk->model.aspect(cell(0), CellAspect::Status);
        m_desk->editing.carryOut({{cell(0), cell(1)}, CellAspect::Status, status(u"wip"_s)});
        m_desk->editing.carryOut({{cell(0)}, CellAspect::Priority, 3});
        QCOMPARE(m_desk->outbox().waitingCount(), 3);
        m_desk->editing.undoStack().undo();
        QCOMPARE(m_desk->outbox().waitingCount(), 2);
        QCOMPARE(m_desk->model.aspect(cell(0), CellAspect::Priority).toInt(), 0);
        m_desk->editing.undoStack().undo();
        QCOMPARE(m_desk->outbox().waitingCount(), 0);
        QCOMPARE(m_desk->model.aspect(cell(0), CellAspect::Status), before);
        QVERIFY(!isMarked(cell(0)) && !isMarked(cell(1)));
        m_desk->editing.undoStack().redo();
        QCOMPARE(m_desk->outbox().waitingCount(), 2);
        comeBack();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QCOMPARE(comments(0).size(), 1U);
        QCOMPARE(comments(1).size(), 1U);
        QCOMPARE(wholeOf(task(0), "priority"), 0);
        m_desk->editing.undoStack().undo(); // it has arrived: undone by a change of its own
        QTRY_COMPARE(comments(0).size(), 2U);
    }

    void discardingOneOfTwoChangesOfACellShowsTheOther()
    {
        goAway();
        m_desk->editing.carryOut({{cell(0)}, CellAspect::Priority, 1});
        m_desk->editing.carryOut({{cell(0)}, CellAspect::Priority, 2});
        m_desk->outbox().discard(m_desk->outbox().changes().last().id);
        QCOMPARE(m_desk->model.aspect(cell(0), CellAspect::Priority).toInt(), 1);
        QVERIFY(isMarked(cell(0)));
        QWidget window;
        window.resize(900, 700);
        auto *sheet = new WaitingSheet(m_desk->outbox(), &window);
        sheet->open();
        QPushButton *all = buttonOf(*sheet, u"Discard all"_s);
        QVERIFY(all);
        all->click();
        QCOMPARE(m_desk->outbox().waitingCount(), 1); // it asks once more
        all->click();
        QCOMPARE(m_desk->outbox().waitingCount(), 0);
        QCOMPARE(m_desk->model.aspect(cell(0), CellAspect::Priority).toInt(), 0);
        QVERIFY(!isMarked(cell(0)));
    }

    void whatMeansSomethingElseLaterIsRefusedAtOnce()
    {
        Change change = priorityOf(m_tasks[0], 1);
        QVERIFY(mayWait(change));
        change.verb = api::Verb::Delete;
        QVERIFY(!mayWait(change));
        change.verb = api::Verb::Post;
        for (const QString &path : {u"/data/projects"_s, u"/auth/login"_s, u"/import/csv/projects/1/shots"_s,
                 u"/actions/projects/1/delete-tasks"_s, u"/data/tasks/1/comments/2"_s}) {
            change.path = path;
            QVERIFY2(!mayWait(change), qPrintable(path));
        }
        goAway();
        change.path = u"/data/projects"_s;
        QVERIFY_THROWS_EXCEPTION(ApiError, tests::awaited(m_desk->outbox().send(change)));
        QCOMPARE(m_desk->outbox().changes().size(), 0);
    }

    void aFileThatBrokeOffIsPublishedOnceWhenTheStudioIsBack()
    {
        const QString path = m_folder->filePath(u"front.png"_s);
        QImage picture(64, 36, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(path));
        const Json said = post(u"/actions/tasks/%1/comment"_s.arg(m_tasks[0]),
            {{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Look"}});
        auto &queue = PublishQueue::of(*m_desk->studio);
        goAway();
        queue.publish(m_tasks[0], textOf(said, "id"), 1, {path});
        QTRY_COMPARE(queue.filesOf(m_tasks[0]).first().state, PublishedFile::State::Away);
        m_relay->loseAnswerTo("POST /pictures/preview-files/"); // it arrives all the same
        comeBack();
        QTRY_VERIFY_WITH_TIMEOUT(queue.isEmpty(), 20'000);
        QVERIFY(m_relay->hasLost());
        const Json previews = comments(0)[0]["previews"];
        QCOMPARE(previews.size(), 1U);
        QCOMPARE(textOf(previews[0], "original_name"), u"front"_s);
    }

    void aCommentThatWaitsTakesItsFilesAlongAfterANewStart()
    {
        const QString path = m_folder->filePath(u"front.png"_s);
        QImage picture(64, 36, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(path));
        {
            TaskFeed feed(*m_desk->studio);
            TaskWriting writing(*m_desk->studio, feed);
            feed.show(m_tasks[0]);
            QTRY_VERIFY(feed.isLoaded());
            goAway();
            writing.post({status(u"wip"_s), u"First pass"_s, {}, {path}, {}});
            QCOMPARE(m_desk->outbox().waitingCount(), 1);
        }
        m_desk.reset();
        QVERIFY(m_relay->mend());
        m_relay->loseAnswerTo("POST /actions/tasks/");
        join();
        QTRY_VERIFY(m_relay->hasLost());
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QTRY_COMPARE(comments(0)[0]["previews"].size(), 1U);
        QTRY_VERIFY(PublishQueue::of(*m_desk->studio).isEmpty());
        QCOMPARE(comments(0).size(), 1U);
        QCOMPARE(textOf(comments(0)[0]["previews"][0], "original_name"), u"front"_s);
    }

    void aTaskThatWasShownBeforeIsShownAgainWithoutTheStudio()
    {
        post(u"/actions/tasks/%1/comment"_s.arg(m_tasks[0]),
            {{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Look"}});
        TaskFeed feed(*m_desk->studio);
        feed.show(m_tasks[0]);
        QTRY_COMPARE(feed.comments().size(), 1);
        feed.show(m_tasks[1]);
        QTRY_VERIFY(feed.isLoaded());
        goAway();
        QSignalSpy failed(&feed, &TaskFeed::failed);
        feed.show(m_tasks[0]);
        QCOMPARE(feed.task().entityName, u"SH0010"_s);
        QCOMPARE(feed.comments().size(), 1);
        feed.show(m_tasks[2]); // never read
        QTRY_COMPARE(failed.size(), 1);
        comeBack();
        QTRY_COMPARE(feed.task().entityName, u"SH0030"_s);
    }

    void aStatusOfMyTasksWaitsAlsoAfterANewStart()
    {
        const QByteArray me = m_desk->studio->session().person().id.toUtf8();
        elsewhere().put("/actions/tasks/" + m_tasks[0].toUtf8() + "/assign", {{"person_id", me.toStdString()}});
        auto mine = std::make_unique<MyTasksModel>(*m_desk->studio);
        mine->reload();
        QTRY_COMPARE(mine->tasks().size(), 1);
        const QString before = mine->task(0).statusId;
        goAway();
        mine->setStatus(m_tasks[0], status(u"wip"_s));
        QCOMPARE(m_desk->outbox().waitingCount(), 1);
        QVERIFY(mine->task(0).statusId == status(u"wip"_s) && mine->task(0).isUnsent);
        m_desk->outbox().discardAll();
        QVERIFY(mine->task(0).statusId == before && !mine->task(0).isUnsent);
        mine->setStatus(m_tasks[0], status(u"wip"_s));
        mine.reset();
        m_relay->stop("POST /actions/tasks/");
        m_desk.reset();
        QVERIFY(m_relay->mend());
        join();
        mine = std::make_unique<MyTasksModel>(*m_desk->studio);
        mine->reload();
        QTRY_COMPARE(mine->tasks().size(), 1);
        QVERIFY(mine->task(0).statusId == status(u"wip"_s) && mine->task(0).isUnsent);
        m_relay->stop({});
        m_desk->outbox().tryNow();
        QTRY_VERIFY(!mine->task(0).isUnsent);
        QTRY_COMPARE(mine->task(0).statusId, status(u"wip"_s));
        QCOMPARE(comments(0).size(), 1U);
    }

    void aDrawingWaitsAndIsStoredOnce()
    {
        const QString path = m_folder->filePath(u"front.png"_s);
        QImage picture(64, 36, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(path));
        const Json said = post(u"/actions/tasks/%1/comment"_s.arg(m_tasks[0]),
            {{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Look"}});
        PublishQueue::of(*m_desk->studio).publish(m_tasks[0], textOf(said, "id"), 1, {path});
        QTRY_COMPARE(comments(0)[0]["previews"].size(), 1U);
        QTRY_VERIFY(PublishQueue::of(*m_desk->studio).isEmpty());
        const QString preview = textOf(comments(0)[0]["previews"][0], "id");
        AnnotationSync sync(m_desk->studio->gateway(), m_desk->outbox());
        QSignalSpy stored(&sync, &AnnotationSync::stored);
        sync.follow(preview);
        QTRY_COMPARE(stored.size(), 1);
        goAway();
        const QJsonObject line{{u"id"_s, u"line-1"_s}, {u"type"_s, u"path"_s}};
        const QJsonObject moment{{u"time"_s, 0}, {u"drawing"_s, QJsonObject{{u"objects"_s, QJsonArray{line}}}}};
        sync.send({{u"additions"_s, QJsonArray{moment}}});
        QCOMPARE(m_desk->outbox().waitingCount(), 1);
        QCOMPARE(stored.size(), 1);
        m_relay->loseAnswerTo("/update-annotations");
        comeBack();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QTRY_VERIFY(stored.size() >= 2);
        QCOMPARE(stored.last().first().toJsonArray().size(), 1);
        const Json told = elsewhere().get("/data/preview-files/" + preview.toUtf8()).json();
        QCOMPARE(told["annotations"][0]["drawing"]["objects"].size(), 1U);
    }

    void triesAreFewWhileNothingAnswersAndComeAtOnceWithTheLink()
    {
        AwayGateway gateway;
        Session session(gateway);
        tests::awaited(session.signIn(email, password));
        Outbox outbox(gateway, session, u"nowhere"_s);
        outbox.setPatience(1000, 50);
        tests::awaited(outbox.send(priorityOf(u"a-task"_s, 1)));
        QCOMPARE(outbox.waitingCount(), 1);
        QTest::qWait(1000); // at 0, 50, 150, 350, 750 ms
        QVERIFY2(gateway.tries >= 2 && gateway.tries <= 6, qPrintable(QString::number(gateway.tries)));
        const int before = gateway.tries;
        tests::awaited(outbox.send(priorityOf(u"a-task"_s, 2))); // no reason to try earlier
        QCOMPARE(gateway.tries, before);
        gateway.becomeLive();
        QCOMPARE(gateway.tries, before + 1);
        QVERIFY(!outbox.changes().first().mayHaveArrived);
    }
};

QTEST_MAIN(TestOffline)
#include "test_offline.moc"
