// SPDX-License-Identifier: GPL-3.0-or-later
// Hosting a studio with one switch, finding it on the network, and joining it.
#include "tests/support/TestDesktop.h"
#include "ui/parts/Sheet.h"
#include "ui/shell/HostingButton.h"
#include "ui/shell/MainWindow.h"
#include "ui/start/HostingPanel.h"
#include "ui/start/NetworkList.h"
#include "ui/start/SignInPage.h"
#include "ui/start/StartPage.h"
#include "ui/studio/NetworkStudios.h"
#include "ui/studio/RecentStudios.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr quint16 testPort = 48597; // for announcements, apart from real ones

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::AnyIPv4);
    return server.serverPort();
}

} // namespace

class TestStart : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::TestDesktop> m_desktop;

private Q_SLOTS:
    void initTestCase() { m_desktop = std::make_unique<tests::TestDesktop>(); }
    void cleanupTestCase() { m_desktop.reset(); }
    void cleanup() { m_desktop->studio().stopSharing(); }

    void anAnnouncementSaysNameAndPortAndNothingElse()
    {
        const StudioAnnouncement said{u"7c9e6679-7425-40de-944b-e07fc1f90ae7"_s, u"Studio\nNord"_s, 8080};
        const auto heard = StudioAnnouncement::fromDatagram(said.toDatagram());
        QVERIFY(heard);
        QCOMPARE(heard->name, u"Studio Nord"_s);
        QCOMPARE(heard->port, 8080);
        const Json json = Json::parse(said.toDatagram().toStdString());
        QCOMPARE(json.size(), std::size_t(4)); // version, id, name, port
    }

    void otherDatagramsAreNoAnnouncements_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\xff\x00{", 3);
        QTest::newRow("a newer version") << QByteArray(
            R"({"callboard":2,"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"A","port":1})");
        QTest::newRow("port too high") << QByteArray(
            R"({"callboard":1,"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"A","port":70000})");
        QTest::newRow("no name") << QByteArray(
            R"({"callboard":1,"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":" ","port":1})");
        QTest::newRow("too long")
            << QByteArray(R"({"callboard":1,"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","port":1,"name":")")
                + QByteArray(600, 'x') + "\"}";
    }
    void otherDatagramsAreNoAnnouncements()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!StudioAnnouncement::fromDatagram(bytes));
    }

    void aHostIsFoundWhileItAnnouncesAndListedWithItsAddress()
    {
        NetworkList list(testPort);
        list.setVisible(true);
        QSignalSpy join(&list, &NetworkList::joinAsked);
        StudioAnnouncer announcer(u"Studio Nord"_s, 8080, testPort);
        QPushButton *button = nullptr;
        QTRY_VERIFY((button = list.findChild<QPushButton *>()));
        QVERIFY(button->accessibleName().contains(u"Studio Nord"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(join.count(), 1);
        QVERIFY(join[0][0].toString().endsWith(u":8080"_s));
    }

    void oneSwitchHostsTheStudioAndOthersJoinIt()
    {
        QWidget window;
        window.resize(1280, 720);
        HostingButton button(m_desktop->studio(), &window);
        window.setVisible(true);
        QCOMPARE(button.text(), u"Host"_s);
        button.openSheet();
        auto *panel = window.findChild<HostingPanel *>();
        QVERIFY(panel);
        const quint16 port = freePort();
        panel->portField()->setText(QString::number(port));
        panel->toggle()->click();
        QVERIFY(m_desktop->studio().isShared());
        QVERIFY(m_desktop->studio().sharedAddress().endsWith(u":%1"_s.arg(port)));
        QCOMPARE(button.text(), m_desktop->studio().sharedAddress());
        const auto joined = m_desktop->joinedBy(u"admin@example.com"_s);
        QVERIFY(joined->session().isSignedIn());
        QVERIFY(!HostingButton(*joined, &window).isVisibleTo(&window)); // Who joined cannot host.
        panel->toggle()->click();
        QVERIFY(!m_desktop->studio().isShared());
        QCOMPARE(button.text(), u"Host"_s);
    }

    void aTakenPortIsToldBesideTheField()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::AnyIPv4));
        QWidget window;
        window.resize(1280, 720);
        HostingButton button(m_desktop->studio(), &window);
        window.setVisible(true);
        button.openSheet();
        auto *panel = window.findChild<HostingPanel *>();
        panel->portField()->setText(QString::number(taken.serverPort()));
        panel->toggle()->click();
        QVERIFY(!m_desktop->studio().isShared());
        QVERIFY(!panel->failure().isEmpty());
        QVERIFY(!panel->toggle()->isChecked());
        QTest::keyClick(panel->portField(), Qt::Key_Backspace);
        QVERIFY(panel->failure().isEmpty()); // It goes with the next key.
    }

    void aNewStudioIsHostedFromTheStartPage()
    {
        const QString folder = m_desktop->folder() + u"-new"_s;
        RecentStudio recent;
        recent.place = folder;
        recent.opened = QDateTime::currentDateTimeUtc();
        rememberStudio(recent);
        MainWindow window;
        window.resize(1600, 1000);
        window.setVisible(true);
        const quint16 port = freePort();
        window.startPage()->hosting()->portField()->setText(QString::number(port));
        window.startPage()->hosting()->toggle()->click();
        QTRY_VERIFY(window.signInPage());
        QVERIFY(!window.studio()->isShared()); // Not before somebody is its administrator.
        const auto fields = window.signInPage()->findChildren<QLineEdit *>();
        QTest::keyClicks(fields[0], u"sofia@example.com"_s);
        QTest::keyClicks(fields[1], u"mysecretpassword"_s);
        QTest::keyClick(fields[1], Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window.frame() && window.studio()->isShared(), 20000);
        QVERIFY(window.studio()->sharedAddress().endsWith(u":%1"_s.arg(port)));
        forgetStudio(folder);
    }

    void theStartPageHostsTheStudioThatWasOpenLast()
    {
        RecentStudio recent;
        recent.place = m_desktop->folder();
        recent.name = u"Studio Nord"_s;
        recent.opened = QDateTime::currentDateTimeUtc();
        rememberStudio(recent);
        StartPage page;
        QSignalSpy host(&page, &StartPage::hostAsked);
        page.hosting()->portField()->setText(u"8123"_s);
        page.hosting()->toggle()->click();
        QCOMPARE(host.count(), 1);
        QCOMPARE(host[0][0].toString(), m_desktop->folder());
        QCOMPARE(host[0][1].toInt(), 8123);
    }
};

QTEST_MAIN(TestStart)
#include "test_start.moc"
