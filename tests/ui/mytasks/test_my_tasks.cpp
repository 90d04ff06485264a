// SPDX-License-Identifier: GPL-3.0-or-later
// One's own tasks as board and list, on a studio in a temporary folder; the artist has it open over the network.
#include "tests/support/TestDesktop.h"

#include "ui/mytasks/MyTasksPage.h"
#include "ui/mytasks/TaskBoard.h"
#include "ui/mytasks/TaskListing.h"
#include "ui/parts/SearchField.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPanel.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestMyTasks : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::TestDesktop> desktop;
    std::unique_ptr<OpenedStudio> studio; // the artist's
    std::unique_ptr<MyTasksPage> page;
    QString production;
    QString artist;
    QStringList tasks;

    QString statusNamed(const QString &shortName) { return desktop->statusNamed(shortName); }
    QString statusOf(const QString &task) { return textOf(desktop->get(u"/data/tasks/"_s + task), "task_status_id"); }
    int shownIn(const QString &shortName)
    {
        CardList *cards = page->board().cards(statusNamed(shortName));
        return cards ? cards->model()->rowCount() : -1;
    }
    /// Holds a card above a column and lets it go there; whether it would be taken.
    bool dropOn(const QString &task, const QString &shortName)
    {
        QMimeData what;
        what.setData(u"application/x-callboard-task"_s, task.toUtf8());
        QWidget *target = page->board().cards(statusNamed(shortName))->viewport();
        QDragEnterEvent enter(QPoint(20, 20), Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        const bool isTaken = enter.dropAction() == Qt::MoveAction;
        QDropEvent drop(QPointF(20, 20), Qt::MoveAction, &what, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &drop);
        return isTaken;
    }

private Q_SLOTS:
    void init()
    {
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"Alpha"_s);
        tasks = desktop->shotTasks(production, {u"SH0010"_s, u"SH0020"_s, u"SH0030"_s});
        artist = desktop->member(production, u"Mia"_s, u"user"_s);
        desktop->put(u"/data/task-status/"_s + statusNamed(u"done"_s), {{"is_artist_allowed", false}});
        desktop->reload();
        desktop->assign(tasks[0], artist);
        desktop->assign(tasks[1], artist);
        desktop->put(u"/data/tasks/"_s + tasks[0], {{"due_date", "2026-01-05"}, {"estimation", 960}});
        studio = desktop->joinedBy(u"mia@example.com"_s);
        page = std::make_unique<MyTasksPage>(*studio);
        page->resize(1400, 800);
        page->setVisible(true);
        page->setListShown(false);
        static_cast<Page *>(page.get())->show(Destination{u"my-tasks"_s, {}, {}, {}, {}});
        QTRY_COMPARE(page->model().tasks().size(), 2);
    }
    void cleanup()
    {
        page.reset();
        studio.reset();
        desktop.reset();
    }

    void theBoardHasAColumnForEachStatusOfTheRole()
    {
        QVERIFY(page->board().columnIds().size() >= 4);
        QTRY_COMPARE(shownIn(u"todo"_s), 2);
        QCOMPARE(page->board().columnIds().last(), statusNamed(u"done"_s));
        QCOMPARE(page->summary().section(u"   "_s, 1, 1), u"2 d estimated"_s);
    }

    void aCardThatIsDraggedTakesTheStatusAtOnce()
    {
        QSignalSpy moved(&page->model(), &MyTasksModel::moved);
        QVERIFY(dropOn(tasks[0], u"wip"_s));
        QCOMPARE(shownIn(u"wip"_s), 1); // before the studio has answered
        QTRY_COMPARE(statusOf(tasks[0]), statusNamed(u"wip"_s));
        QTRY_COMPARE(moved.size(), 1);
        page->model().setStatus(tasks[0], moved[0][1].toString()); // what Undo does
        QTRY_COMPARE(statusOf(tasks[0]), statusNamed(u"todo"_s));
    }

    void aStatusThatTheRoleMayNotSetTakesNoCard()
    {
        QSignalSpy refused(&page->model(), &MyTasksModel::refused);
        QVERIFY(!dropOn(tasks[0], u"done"_s));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0][1].toString().contains(u"DONE"_s));
        QCOMPARE(shownIn(u"todo"_s), 2);
        QCOMPARE(statusOf(tasks[0]), statusNamed(u"todo"_s));
    }

    void aRefusedMoveIsTakenBackWithTheReason()
    {
        // Taken from the artist a moment ago: the window does not know it yet.
        QSignalSpy refused(&page->model(), &MyTasksModel::refused);
        desktop->put(u"/actions/tasks/clear-assignation"_s,
            {{"task_ids", {tasks[1].toStdString()}}, {"person_id", artist.toStdString()}});
        page->model().setStatus(tasks[1], statusNamed(u"wip"_s));
        QTRY_VERIFY(refused.size() == 1 || page->model().rowOf(tasks[1]) < 0);
        QTRY_COMPARE(page->model().tasks().size(), 1);
        QCOMPARE(statusOf(tasks[1]), statusNamed(u"todo"_s));
    }

    void whatOthersDoAppears()
    {
        desktop->assign(tasks[2], artist);
        QTRY_COMPARE(page->model().tasks().size(), 3);
        desktop->say(tasks[2], u"Again"_s, u"retake"_s);
        QTRY_COMPARE(shownIn(u"retake"_s), 1);
        QUrlQuery force;
        force.addQueryItem(u"force"_s, u"true"_s);
        tests::awaited(desktop->studio().gateway().remove(u"/data/tasks/"_s + tasks[1], force));
        QTRY_COMPARE(page->model().tasks().size(), 2);
    }

    void theListGroupsFiltersAndOpensThePanel()
    {
        page->setListShown(true);
        QCOMPARE(page->listing().tasks(TaskListing::Group::ToDo).rowCount(), 2);
        page->model().setStatus(tasks[1], statusNamed(u"wfa"_s));
        QCOMPARE(page->listing().tasks(TaskListing::Group::InReview).rowCount(), 1);
        page->filter().setText(u"sh0010"_s);
        QCOMPARE(page->listing().tasks(TaskListing::Group::ToDo).rowCount(), 1);
        QCOMPARE(page->listing().tasks(TaskListing::Group::InReview).rowCount(), 0);
        Q_EMIT page->listing().opened(tasks[0]);
        QVERIFY(page->side().isOpen());
        QTRY_COMPARE(page->panel().feed().task().fullName(), u"SQ010 / SH0010"_s);
    }

    void cardsAreMovedByKeys()
    {
        CardList *cards = page->board().cards(statusNamed(u"todo"_s));
        cards->setFocus();
        cards->setCurrentIndex(cards->model()->index(0, 0));
        QSignalSpy moved(&page->model(), &MyTasksModel::moved);
        QTest::keyClick(cards, Qt::Key_Right, Qt::ControlModifier);
        const QStringList ids = page->board().columnIds();
        const QString next = ids[ids.indexOf(statusNamed(u"todo"_s)) + 1];
        QTRY_COMPARE(statusOf(tasks[0]), next); // the one that is due first stands first
        QTRY_COMPARE(moved.size(), 1);
        QTest::keyClick(page->board().cards(next), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(statusOf(tasks[0]), statusNamed(u"todo"_s));
    }
};

QTEST_MAIN(TestMyTasks)
#include "test_my_tasks.moc"
