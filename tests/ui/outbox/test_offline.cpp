// SPDX-License-Identifier: GPL-3.0-or-later
// Work in a spreadsheet goes on when a joined studio cannot be reached, and arrives when it can.
#include "tests/support/StudioBehindRelay.h"

#include "ui/parts/Label.h"
#include "ui/shell/LinkMark.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/WaitingSheet.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonOf(const QWidget &parent, const QString &text)
{
    for (auto *button : parent.findChildren<QPushButton *>())
        if (button->text() == text && !button->isHidden()) return button;
    return nullptr;
}

} // namespace

class TestOffline : public StudioBehindRelay
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

QTEST_MAIN(TestOffline)
#include "test_offline.moc"
