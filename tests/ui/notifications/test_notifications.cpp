// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications as the person hears of them: the bell counts, the page lists, the panel shows the task.
#include "tests/support/TestDesktop.h"

#include "ui/notifications/NotificationsModel.h"
#include "ui/notifications/NotificationsPage.h"
#include "ui/shell/BellButton.h"
#include "ui/shell/StudioFrame.h"
#include "ui/tasks/TaskFeed.h"
#include "ui/tasks/TaskPanel.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestNotifications : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::TestDesktop> desktop;
    std::unique_ptr<OpenedStudio> studio; // the artist's
    std::unique_ptr<StudioFrame> frame;
    QString production;
    QString artist;
    QString task;

    NotificationsPage *page() const { return frame->findChild<NotificationsPage *>(); }
    int bell() const { return frame->findChild<BellButton *>()->unread(); }

private Q_SLOTS:
    void init()
    {
        desktop = std::make_unique<tests::TestDesktop>();
        production = desktop->production(u"Alpha"_s);
        task = desktop->shotTasks(production, {u"SH0010"_s}).value(0);
        artist = desktop->member(production, u"Mia"_s, u"user"_s);
        studio = desktop->joinedBy(u"mia@example.com"_s);
        QTRY_COMPARE(studio->gateway().link(), StudioGateway::Link::Live);
        frame = std::make_unique<StudioFrame>(*studio);
        frame->resize(1400, 800);
        frame->show();
    }
    void cleanup()
    {
        frame.reset();
        studio.reset();
        desktop.reset();
    }

    void theBellCountsWhatIsToldAndThePageShowsItLive()
    {
        QCOMPARE(bell(), 0);
        desktop->assign(task, artist);
        QTRY_COMPARE(bell(), 1);
        QTest::mouseClick(frame->findChild<BellButton *>(), Qt::LeftButton);
        QTRY_VERIFY(page() && page()->model().rowCount() == 1);
        desktop->say(task, u"Hold two frames, @Mia Test "_s);
        QTRY_COMPARE(page()->model().rowCount(), 3); // the comment, and the mention in it
        QTRY_COMPARE(bell(), 3);
        QStringList said;
        for (int row = 0; row < 3; ++row) said << page()->model().sentence(page()->model().notification(row));
        QVERIFY2(said.join(u'\n').contains(u"mentioned you at"_s), qPrintable(said.join(u'\n')));
        QVERIFY(said.last().contains(u"assigned you to"_s));
    }

    void openingOneShowsItsTaskAndMarksItRead()
    {
        desktop->assign(task, artist);
        desktop->say(task, u"Look"_s);
        frame->go({u"notifications"_s, {}, {}, {}, {}});
        QTRY_COMPARE(page()->model().unread(), 2);
        QListView &list = page()->list();
        list.setFocus();
        list.setCurrentIndex(list.model()->index(0, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_COMPARE(page()->panel().feed().task().fullName(), u"SQ010 / SH0010"_s);
        QCOMPARE(page()->model().unread(), 1);
        QTRY_COMPARE(bell(), 1);
        QTest::keyClick(&list, Qt::Key_U); // and not read again
        QTRY_COMPARE(bell(), 2);
        page()->model().markAllRead();
        QCOMPARE(page()->model().unread(), 0);
        QTRY_COMPARE(bell(), 0);
        QSignalSpy asked(page(), &Page::asked);
        for (auto *button : page()->panel().findChildren<QToolButton *>())
            if (button->accessibleName() == u"Show in its sheet"_s) button->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(frame->place().section, u"shots"_s);
        QCOMPARE(frame->place().productionId, production);
    }

    void whatIsReadElsewhereIsReadHere()
    {
        desktop->assign(task, artist);
        frame->go({u"notifications"_s, {}, {}, {}, {}});
        QTRY_COMPARE(page()->model().unread(), 1);
        auto phone = desktop->joinedBy(u"mia@example.com"_s);
        const Json nothing = Json::object();
        tests::awaited(phone->gateway().post(u"/actions/user/notifications/mark-all-as-read"_s, nothing));
        QTRY_COMPARE(page()->model().unread(), 0);
    }
};

QTEST_MAIN(TestNotifications)
#include "test_notifications.moc"
