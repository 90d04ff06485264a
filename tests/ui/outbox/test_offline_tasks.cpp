// SPDX-License-Identifier: GPL-3.0-or-later
// Comments, files, drawings and the tasks of My tasks while a joined studio cannot be reached: nothing is lost, and
// nothing is said twice.
#include "tests/support/StudioBehindRelay.h"

#include "ui/mytasks/MyTasksModel.h"
#include "ui/outbox/Changes.h"
#include "ui/outbox/PublishQueue.h"
#include "ui/previews/AnnotationSync.h"
#include "ui/tasks/TaskWriting.h"
#include "ui/tasks/WaitingComments.h"

#include <QSignalSpy>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

class TestOfflineTasks : public StudioBehindRelay
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aCommentWhoseAnswerWasLostIsNotSaidTwice()
    {
        m_relay->loseAnswerTo("POST /actions/tasks/");
        Change comment = changes::comment(
            m_tasks[0], {{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Blocked out"}});
        comment.sentence = u"Comment"_s;
        const Sent first = awaited(m_desk->outbox().send(comment));
        QVERIFY(m_relay->hasLost());
        QVERIFY(!first.answer && first.waiting.size() == 1);
        QVERIFY(m_desk->outbox().changes().first().mayHaveArrived);
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QCOMPARE(comments(0).size(), 1U);

        // The same when what waited is sent and its answer is lost, and when the server dies after it.
        goAway();
        comment.body = Json{{"task_status_id", status(u"wip"_s).toStdString()}, {"comment", "Again"}};
        awaited(m_desk->outbox().send(comment));
        m_relay->loseAnswerTo("POST /actions/tasks/");
        comeBack();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QVERIFY(m_relay->hasLost());
        QCOMPARE(comments(0).size(), 2U);

        m_relay->loseAnswerTo("/reply");
        const QString newest = textOf(comments(0)[0], "id");
        awaited(m_desk->outbox().send(changes::reply(m_tasks[0], newest, u"Thanks"_s)));
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QCOMPARE(comments(0)[0]["replies"].size(), 1U);
    }

    void anAcknowledgementIsNotTurnedOverAgain()
    {
        const QByteArray path = "/data/tasks/" + m_tasks[0].toUtf8() + "/comments/";
        const QString id = say("Look");
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

    void aFileThatBrokeOffIsPublishedOnceWhenTheStudioIsBack()
    {
        const QString path = picture();
        const QString said = say("Look");
        auto &queue = m_desk->studio->publishing();
        goAway();
        queue.publish(m_tasks[0], said, 1, {path});
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
        const QString path = picture();
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
        QTRY_VERIFY(m_desk->studio->publishing().isEmpty());
        QCOMPARE(comments(0).size(), 1U);
        QCOMPARE(textOf(comments(0)[0]["previews"][0], "original_name"), u"front"_s);
    }

    void aTaskThatWasShownBeforeIsShownAgainWithoutTheStudio()
    {
        say("Look");
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
        const QString path = picture();
        const QString said = say("Look");
        m_desk->studio->publishing().publish(m_tasks[0], said, 1, {path});
        QTRY_COMPARE(comments(0)[0]["previews"].size(), 1U);
        QTRY_VERIFY(m_desk->studio->publishing().isEmpty());
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

    void whatHasNoAnswerForAWhileIsWrittenDownAndNotSaidTwiceAfterANewStart()
    {
        TaskFeed feed(*m_desk->studio);
        auto writing = std::make_unique<TaskWriting>(*m_desk->studio, feed);
        feed.show(m_tasks[0]);
        QTRY_VERIFY(feed.isLoaded());
        const auto process = static_cast<pid_t>(m_server->processId());
        ::kill(process, SIGSTOP); // as a network that swallows everything: the link looks alive
        QVERIFY(m_desk->isLive());
        writing->post({status(u"wip"_s), u"Into the void"_s, {}, {}, {}});
        QCOMPARE(m_desk->outbox().waitingCount(), 0);
        QTRY_COMPARE(m_desk->outbox().waitingCount(), 1);
        QVERIFY(m_desk->outbox().changes().first().isOnItsWay);
        QVERIFY(!m_desk->outbox().withdraw({m_desk->outbox().changes().first().id})); // it may have arrived
        ::kill(process, SIGCONT);
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QTRY_COMPARE(feed.comments().size(), 1);
        QCOMPARE(comments(0).size(), 1U);

        ::kill(process, SIGSTOP);
        writing->post({status(u"retake"_s), u"And once more"_s, {}, {}, {}});
        writing.reset();
        feed.show({});
        m_desk->outbox().setPatience(60'000, 100);
        QTest::qWait(50); // it is sent, and not written down yet: closing the studio does
        m_desk.reset();
        ::kill(process, SIGCONT);
        join();
        QTRY_COMPARE(m_desk->outbox().changes().size(), 0);
        QTRY_COMPARE(comments(0).size(), 2U);
        QTest::qWait(300);
        QCOMPARE(comments(0).size(), 2U);
    }
};

QTEST_MAIN(TestOfflineTasks)
#include "test_offline_tasks.moc"
