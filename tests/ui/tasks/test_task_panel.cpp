// SPDX-License-Identifier: GPL-3.0-or-later
// The task panel in a window, on a studio in a temporary folder; others change the same task over the network.
#include "tests/support/TestDesktop.h"

#include "ui/outbox/PublishQueue.h"
#include "ui/parts/StatusChip.h"
#include "ui/tasks/ChecklistEditor.h"
#include "ui/tasks/CommentComposer.h"
#include "ui/tasks/CommentEntry.h"
#include "ui/tasks/CommentText.h"
#include "ui/tasks/FileRow.h"
#include "ui/tasks/MentionField.h"
#include "ui/tasks/TaskFacts.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPanel.h"
#include "ui/tasks/TaskPlayer.h"
#include "ui/tasks/TaskThread.h"
#include "ui/tasks/TaskWriting.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestTaskPanel : public QObject
{
    Q_OBJECT

    QTemporaryDir files;
    std::unique_ptr<tests::TestDesktop> desktop;
    std::unique_ptr<TaskPanel> panel;
    QString production;
    QString task;

    QString statusNamed(const QString &shortName)
    {
        for (const auto &status : desktop->directory().statuses())
            if (status.shortName.compare(shortName, Qt::CaseInsensitive) == 0 && !status.isForConcept) return status.id;
        return {};
    }
    Json comments() { return desktop->get(u"/data/tasks/%1/comments"_s.arg(task)); }
    QString postedBy(OpenedStudio &studio, const QString &text, const QString &status)
    {
        const Json body = {{"task_status_id", statusNamed(status).toStdString()}, {"comment", text.toStdString()}};
        return textOf(tests::awaited(studio.gateway().post(u"/actions/tasks/%1/comment"_s.arg(task), body)), "id");
    }
    std::unique_ptr<TaskPanel> openPanel(OpenedStudio &studio)
    {
        auto opened = std::make_unique<TaskPanel>(studio);
        opened->resize(396, 900);
        opened->show();
        opened->showTask(task);
        [&] { QTRY_VERIFY(opened->feed().isLoaded()); }();
        return opened;
    }
    void type(const QString &text)
    {
        panel->composer().text()->setFocus();
        QTest::keyClicks(panel->composer().text(), text);
    }
    void send() { QTest::keyClick(panel->composer().text(), Qt::Key_Return, Qt::ControlModifier); }
    QString picture(const QString &name, const QColor &colour)
    {
        QImage image(320, 180, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = files.filePath(name);
        image.save(path);
        return path;
    }
    /// The words of an entry's labels.
    static QStringList wordsOf(const QWidget *widget)
    {
        QStringList words;
        for (const auto *label : widget->findChildren<QLabel *>())
            if (label->isVisible()) words << label->text();
        return words;
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(u"callboard-test"_s); }
    void init()
    {
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"Alpha"_s, {{"max_retakes", 1}});
        const QString sequence = desktop->sequence(production, u"SQ010"_s);
        const QString shot = desktop->shot(production, sequence, u"SH0010"_s);
        task = desktop->tasks(production, desktop->taskTypeNamed(u"Animation"_s), u"shots"_s, {shot}).value(0);
        QVERIFY(!task.isEmpty());
        panel = openPanel(desktop->studio());
    }
    void cleanup()
    {
        panel.reset();
        desktop.reset();
    }

    void aCommentWithAStatusIsShownAtOnceAndKept()
    {
        QSignalSpy shown(&panel->feed(), &TaskFeed::commentAdded);
        type(u"Slowed the turn."_s);
        Q_EMIT panel->composer().findChild<Picker *>()->changed({statusNamed(u"wip"_s)});
        send();
        QCOMPARE(shown.size(), 1); // before the studio has answered
        QVERIFY(panel->composer().draft().isEmpty());
        QTRY_COMPARE(comments().size(), std::size_t(1));
        QTRY_VERIFY(panel->feed().comments().size() == 1 && !panel->feed().comments().first().isOnItsWay);
        QTRY_COMPARE(panel->feed().task().statusId, statusNamed(u"wip"_s));
        QVERIFY(wordsOf(&panel->thread()).contains(u"Slowed the turn."_s));
        QVERIFY(DraftStore().read(panel->composer().draftKey()).isEmpty());
    }

    void aRefusedCommentComesBackWithTheReason()
    {
        postedBy(desktop->studio(), u"Once"_s, u"retake"_s);
        postedBy(desktop->studio(), u"Again"_s, u"wip"_s);
        QTRY_COMPARE(panel->thread().count(), 2);
        CommentDraft draft;
        draft.text = u"And again"_s;
        draft.statusId = statusNamed(u"retake"_s);
        QSignalSpy shown(&panel->feed(), &TaskFeed::commentAdded);
        panel->writing().post(draft);
        QCOMPARE(shown.size(), 1); // at once
        QTRY_COMPARE(panel->composer().draft().text, u"And again"_s);
        QCOMPARE(panel->thread().count(), 2);
        QVERIFY2(wordsOf(&panel->composer()).join(u'\n').contains(u"retakes"_s),
            qPrintable(wordsOf(&panel->composer()).join(u'\n')));
        QCOMPARE(comments().size(), std::size_t(2));
    }

    void whatIsTypedSurvivesACrash()
    {
        type(u"Half a thought"_s);
        // The panel is never closed properly: what lies on the disk now is all that is left.
        const QString key = panel->composer().draftKey();
        QCOMPARE(DraftStore().read(key).text, u"Half a thought"_s);
        auto again = openPanel(desktop->studio());
        QCOMPARE(again->composer().draft().text, u"Half a thought"_s);
        again->showTask({});
        QVERIFY(again->composer().draft().isEmpty());
        QVERIFY(DraftStore::keyOf(u"here"_s, u"a"_s, task) != DraftStore::keyOf(u"here"_s, u"b"_s, task));
    }

    void severalFilesBecomeOneRevision()
    {
        panel->addFiles({picture(u"front.png"_s, Qt::red), picture(u"side.png"_s, Qt::blue)});
        QCOMPARE(panel->composer().findChildren<FileRow *>().size(), 2);
        type(u"Two views"_s);
        send();
        QTRY_COMPARE(previewsOf(panel->feed().comments()).size(), 2);
        QTRY_VERIFY(previewsOf(panel->feed().comments()).last().isReady());
        const QList<TaskPreview> previews = previewsOf(panel->feed().comments());
        QCOMPARE(previews[0].revision, 1);
        QCOMPARE(previews[1].revision, 1);
        QCOMPARE(previews[0].originalName, u"front"_s);
        QCOMPARE(previews[1].position, 2);
        QTRY_VERIFY(desktop->studio().publishing().isEmpty());
        QVERIFY(panel->player().isVisible());
        panel->addFiles({picture(u"next.png"_s, Qt::green)});
        type(u"Next"_s);
        send();
        QTRY_COMPARE(previewsOf(panel->feed().comments()).value(0).revision, 2);
    }

    void aFileThatIsNoPictureSaysSoAndCanBeSentAgain()
    {
        const QString path = files.filePath(u"broken.png"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        panel->addFiles({path});
        type(u"Broken"_s);
        send();
        auto &queue = desktop->studio().publishing();
        QTRY_VERIFY(
            !queue.filesOf(task).isEmpty() && queue.filesOf(task).first().state == PublishedFile::State::Refused);
        QTRY_VERIFY(previewsOf(panel->feed().comments()).isEmpty()); // the empty preview went with it
        auto *row = panel->findChild<PublishRow *>();
        QVERIFY(row && !wordsOf(row).join(QString()).isEmpty());
        picture(u"broken.png"_s, Qt::yellow);
        queue.retry(queue.filesOf(task).first().id);
        QTRY_COMPARE(previewsOf(panel->feed().comments()).size(), 1);
        QTRY_VERIFY(queue.isEmpty());
    }

    void anUploadCanBeCancelled()
    {
        const QString path = files.filePath(u"huge.mov"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(400 << 20));
        file.close();
        auto &queue = desktop->studio().publishing();
        const auto cancelled = connect(&queue, &PublishQueue::changed, this, [&] {
            const auto sending = queue.filesOf(task);
            if (!sending.isEmpty() && sending.first().sent > 0) queue.cancel(sending.first().id);
        });
        panel->addFiles({path});
        type(u"Too large"_s);
        send();
        QTRY_VERIFY(!comments().empty());
        QTRY_VERIFY(queue.isEmpty());
        disconnect(cancelled);
        QTRY_VERIFY(comments()[0]["previews"].empty());
    }

    void changesOfOthersAppearAndTouchNothingElse()
    {
        const QString mine = postedBy(desktop->studio(), u"Mine"_s, u"wip"_s);
        QTRY_VERIFY(panel->thread().entry(mine));
        CommentEntry *entry = panel->thread().entry(mine);
        desktop->addToTeam(production, desktop->person(u"Mia"_s, u"manager"_s));
        auto other = desktop->joinedBy(u"mia@example.com"_s);
        const QString theirs = postedBy(*other, u"Hold two frames"_s, u"retake"_s);
        QTRY_VERIFY(panel->thread().entry(theirs));
        QTRY_COMPARE(panel->feed().task().statusId, statusNamed(u"retake"_s));
        const Json body = {{"text", "Hold three frames"}};
        tests::awaited(other->gateway().put(u"/data/comments/"_s + theirs, body));
        QTRY_VERIFY(wordsOf(panel->thread().entry(theirs)).contains(u"Hold three frames"_s));
        const Json reply = {{"text", "Agreed"}};
        tests::awaited(other->gateway().post(u"/data/tasks/%1/comments/%2/reply"_s.arg(task, mine), reply));
        QTRY_VERIFY(wordsOf(entry).contains(u"Agreed"_s));
        tests::awaited(other->gateway().remove(u"/data/tasks/%1/comments/%2"_s.arg(task, theirs)));
        QTRY_VERIFY(!panel->thread().entry(theirs));
        QCOMPARE(panel->thread().entry(mine), entry); // patched, not made again
    }

    void checklistsAreTickedAndOwnCommentsEditedAndDeletedWithUndo()
    {
        CommentDraft draft;
        draft.text = u"To do"_s;
        draft.statusId = statusNamed(u"wip"_s);
        draft.checklist = {{u"Beard"_s, false, Json::object()}, {u"Cap"_s, false, Json::object()}};
        panel->writing().post(draft);
        QTRY_COMPARE(comments().size(), std::size_t(1));
        const QString id = textOf(comments()[0], "id");
        QTRY_VERIFY(panel->thread().entry(id));
        CommentEntry *entry = panel->thread().entry(id);
        const auto boxes = entry->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 2);
        boxes[1]->click();
        QTRY_COMPARE(comments()[0]["checklist"][1]["checked"], Json(true));
        QCOMPARE(comments()[0]["checklist"][0]["checked"], Json(false));

        std::function<void()> undo;
        connect(&panel->writing(), &TaskWriting::undoable, this,
            [&](const QString &, const std::function<void()> &u) { undo = u; });
        panel->writing().edit(id, u"Done"_s, panel->feed().comment(id)->checklist);
        QTRY_COMPARE(textOf(comments()[0], "text"), u"Done"_s);
        undo();
        QTRY_COMPARE(textOf(comments()[0], "text"), u"To do"_s);

        panel->writing().setTimeToUndo(150);
        panel->writing().remove(id);
        QVERIFY(!panel->thread().entry(id));
        undo();
        QTRY_VERIFY(panel->thread().entry(id));
        QTest::qWait(250);
        QCOMPARE(comments().size(), std::size_t(1));
        panel->writing().remove(id);
        QTRY_COMPARE(comments().size(), std::size_t(0));
    }

    void mentionsAreCompletedAndShown()
    {
        desktop->addToTeam(production, desktop->person(u"Priya"_s, u"user"_s));
        QTRY_VERIFY(panel->composer().text()->names().contains(u"Priya Test"_s));
        type(u"Look @pri"_s);
        auto *completer = panel->composer().text()->findChild<QCompleter *>();
        QCOMPARE(completer->completionCount(), 1);
        Q_EMIT completer->activated(u"Priya Test"_s);
        QCOMPARE(panel->composer().draft().text, u"Look @Priya Test "_s);
        send();
        QTRY_VERIFY(!comments().empty());
        QCOMPARE(comments()[0]["mentions"].size(), std::size_t(1));
        QVERIFY(commentHtml(u"<b>@Priya Test</b>"_s, {u"Priya Test"_s}).startsWith(u"&lt;b&gt;<span"_s));
    }

    void aRoleIsOfferedOnlyWhatItMayDo()
    {
        const QString artist = desktop->person(u"Omar"_s, u"user"_s);
        desktop->addToTeam(production, artist);
        desktop->put(u"/data/tasks/"_s + task, {{"estimation", 480}});
        const QString notes = postedBy(desktop->studio(), u"Notes"_s, u"wip"_s);
        auto studio = desktop->joinedBy(u"omar@example.com"_s);
        auto theirs = openPanel(*studio);
        QVERIFY(!theirs->composer().isVisible()); // reads, and is not assigned
        const Json assigned = {{"person_id", artist.toStdString()}};
        desktop->put(u"/actions/tasks/%1/assign"_s.arg(task), assigned);
        QTRY_VERIFY(theirs->composer().isVisible());
        const TaskRights rights =
            TaskRights::of(studio->session().person(), studio->directory(), theirs->feed().task());
        QVERIFY(rights.comments && !rights.manages && !rights.changes(*theirs->feed().comment(notes)));
        QVERIFY(wordsOf(theirs->findChild<TaskFacts *>()).contains(u"0 / 1 d"_s));

        desktop->addToTeam(production, desktop->person(u"Clara"_s, u"client"_s));
        auto clients = desktop->joinedBy(u"clara@example.com"_s);
        auto seen = openPanel(*clients);
        QVERIFY(!wordsOf(seen->findChild<TaskFacts *>()).contains(u"0 / 1 d"_s)); // time is not for clients
        QCOMPARE(seen->thread().count(), 0);
    }
};

QTEST_MAIN(TestTaskPanel)
#include "test_task_panel.moc"
