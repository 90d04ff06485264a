// SPDX-License-Identifier: GPL-3.0-or-later
// The player of the task panel with real movies whose frames carry their number: what is painted is read back.
#include "tests/support/PlayerMovies.h"
#include "tests/support/TestDesktop.h"

#include "ui/parts/Picker.h"
#include "ui/player/FrameSource.h"
#include "ui/player/PlayerActions.h"
#include "ui/player/ReviewPlayer.h"
#include "ui/player/Transport.h"
#include "ui/previews/FrameReference.h"
#include "ui/tasks/CommentEntry.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPanel.h"
#include "ui/tasks/TaskPlayer.h"
#include "ui/tasks/TaskThread.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestTaskPlayer : public QObject
{
    Q_OBJECT

    QTemporaryDir folder;
    std::unique_ptr<tests::TestDesktop> desktop;
    std::unique_ptr<TaskPanel> panel;
    QString production, shot, task, otherTask;

    QString path(const char *name) { return folder.filePath(QString::fromLatin1(name)); }
    ReviewPlayer *player() { return panel->player().player(); }
    int painted()
    {
        if (!player() || !player()->source().format()) return -1;
        const QImage window = player()->view().grab().toImage();
        return playermovies::numberIn(window.copy(player()->view().pictureRect().toRect()));
    }
    void press(Act act) { player()->playerActions()[act]->trigger(); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", path("cache").toUtf8());
        QVERIFY(playermovies::make(path("a.mp4"), 48, u"24"_s, {u"-c:v"_s, u"libx264"_s}));
    }
    void init()
    {
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"Alpha"_s, {{"fps", "24"}, {"resolution", "384x216"}});
        const QString sequence = desktop->sequence(production, u"SQ010"_s);
        shot = desktop->shot(production, sequence, u"SH0010"_s);
        const QString other = desktop->shot(production, sequence, u"SH0020"_s);
        desktop->put(u"/data/entities/%1"_s.arg(shot), {{"data", {{"frame_in", 1001}}}});
        const QStringList tasks =
            desktop->tasks(production, desktop->taskTypeNamed(u"Animation"_s), u"shots"_s, {shot, other});
        task = tasks.value(0);
        otherTask = tasks.value(1);
        panel = std::make_unique<TaskPanel>(desktop->studio());
        panel->resize(396, 900);
        panel->show();
    }
    void cleanup()
    {
        panel.reset();
        desktop.reset();
    }

    void theLastRevisionPlaysInsideThePanel()
    {
        desktop->publish(task, path("a.mp4"), false);
        panel->showTask(task);
        QTRY_COMPARE(painted(), 0);
        QVERIFY(player()->timeline().isVisible());
        QCOMPARE(player()->frameNumber(), 1001);
        press(Act::NextFrame);
        QTRY_COMPARE(painted(), 1);
        press(Act::LastFrame);
        QTRY_COMPARE(painted(), 47);
        press(Act::FirstFrame);
        press(Act::PlayPause);
        QVERIFY(player()->isPlaying());
        QTRY_VERIFY(player()->frame() > 3);
        press(Act::Stop);
        QTRY_COMPARE(painted(), player()->frame());
        // Everything of the transport has room in a panel of the usual width.
        for (const auto *button : player()->transport().findChildren<QToolButton *>())
            if (button->isVisible()) QVERIFY(player()->transport().rect().contains(button->geometry()));
    }

    void draggingThePictureScrubs()
    {
        desktop->publish(task, path("a.mp4"), false);
        panel->showTask(task);
        QTRY_COMPARE(painted(), 0);
        QWidget &view = player()->view();
        const QPoint from(60, 80), to(60 + view.width() / 4, 80);
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
        QCOMPARE(player()->frame(), 12);
        QTRY_COMPARE(painted(), 12);
    }

    void aFrameTagOfACommentGoesToItsFrame()
    {
        desktop->publish(task, path("a.mp4"), false);
        const QString comment = desktop->say(task, u"Hold at [1017], then turn."_s);
        panel->showTask(task);
        QTRY_VERIFY(panel->thread().entry(comment));
        for (auto *label : panel->thread().entry(comment)->findChildren<QLabel *>())
            if (label->text().contains(frameLink(1017))) Q_EMIT label->linkActivated(frameLink(1017));
        QTRY_COMPARE(painted(), 16); // also when the movie was not open yet
        player()->goTo(40);
        press(Act::PreviousNote); // it is marked on the timeline too
        QTRY_COMPARE(painted(), 16);
    }

    void theDrawingsAreShown()
    {
        const QString preview = desktop->publish(task, path("a.mp4"), false);
        panel->showTask(task);
        QTRY_COMPARE(painted(), 0);
        const Json box = {{"type", "rect"}, {"left", 10}, {"top", 10}, {"width", 100}, {"height", 50},
            {"stroke", "#ff5d6c"}, {"strokeWidth", 6}, {"fill", "transparent"}, {"canvasWidth", 384},
            {"canvasHeight", 216}};
        const Json moment = {{"time", 0.5}, {"frame", 13}, {"drawing", {{"objects", Json::array({box})}}}};
        const Json drawn = {
            {"additions", Json::array({moment})}, {"updates", Json::array()}, {"deletions", Json::array()}};
        desktop->put(u"/actions/preview-files/%1/update-annotations"_s.arg(preview), drawn);
        QTRY_COMPARE(player()->annotations().size(), 1); // live
        press(Act::NextNote);
        QCOMPARE(player()->frame(), 12);
    }

    void theMovieIsReleasedWhenNobodyLooksAtIt()
    {
        desktop->publish(task, path("a.mp4"), false);
        panel->showTask(task);
        QTRY_COMPARE(painted(), 0);
        player()->goTo(20);
        panel->hide();
        QVERIFY(!player()->source().format());
        QCOMPARE(player()->source().cachedBytes(), 0);
        panel->show();
        QTRY_COMPARE(painted(), 20); // goes on where it was
        panel->showTask(otherTask);
        QVERIFY(!player()->source().format());
        QVERIFY(!panel->player().isVisible());
    }

    void aNewRevisionTakesThePlaceOfTheNewestButNotOfAnOlderOne()
    {
        const QString first = desktop->publish(task, path("a.mp4"), false);
        panel->showTask(task);
        QTRY_COMPARE(painted(), 0);
        const QString second = desktop->publish(task, path("a.mp4"), false);
        QTRY_COMPARE(panel->player().preview()->id, second);
        QTRY_COMPARE(painted(), 0);
        player()->goTo(9);
        Q_EMIT panel->player().findChild<PickerField *>()->changed({first});
        QCOMPARE(panel->player().preview()->id, first);
        QTRY_COMPARE(painted(), 9); // the same moment
        desktop->publish(task, path("a.mp4"), false);
        QTRY_COMPARE(previewsOf(panel->feed().comments()).size(), 3);
        QCOMPARE(panel->player().preview()->id, first);
    }

    void comparingAndDrawingLeadToTheReviewAtTheSameFrame()
    {
        const QString preview = desktop->publish(task, path("a.mp4"), false);
        panel->showTask(task);
        QTRY_COMPARE(painted(), 0);
        player()->goTo(7);
        QSignalSpy asked(panel.get(), &TaskPanel::asked);
        press(Act::Draw);
        press(Act::Wipe);
        press(Act::FullScreen);
        QCOMPARE(asked.size(), 3);
        const auto place = [&](int at) { return asked[at][0].value<Destination>(); };
        QCOMPARE(place(0).section, u"review"_s);
        QCOMPARE(place(0).entityId, shot);
        QCOMPARE(place(0).start, (ReviewStart{preview, 7, ReviewStart::Doing::Drawing}));
        QCOMPARE(place(1).start.doing, ReviewStart::Doing::Comparing);
        QCOMPARE(place(2).start.doing, ReviewStart::Doing::FullScreen);
        QVERIFY(!player()->playerActions()[Act::Draw]->isChecked());
    }
};

QTEST_MAIN(TestTaskPlayer)
#include "test_task_player.moc"
