// SPDX-License-Identifier: GPL-3.0-or-later
// Hosting a studio with one switch, finding it on the network, and joining it.
#include "tests/support/PlayerMovies.h"
#include "core/store/Connection.h"
#include "tests/support/TestDesktop.h"
#include "ui/parts/Sheet.h"
#include "ui/shell/HostingButton.h"
#include "ui/shell/MainWindow.h"
#include "ui/start/HostingPanel.h"
#include "ui/start/NetworkList.h"
#include "ui/start/RunningJobs.h"
#include "ui/start/SignInPage.h"
#include "ui/start/StartPage.h"
#include "ui/studios/NetworkStudios.h"
#include "ui/studios/RecentStudios.h"
#include "ui/studios/StudioGreeting.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
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

    void aRequestOfATestThatIsRefusedFailsItInsteadOfWaiting()
    {
        QVERIFY_THROWS_EXCEPTION(ApiError, m_desktop->get(u"/data/tasks/11111111-1111-4111-8111-111111111111"_s));
    }

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

    void aHostInTheListSaysHowQuicklyItAnswers()
    {
        NetworkList list(testPort);
        list.setVisible(true);
        m_desktop->studio().share(0);
        const quint16 port = m_desktop->studio().sharedAddress().section(u':', -1).toUShort();
        StudioAnnouncer announcer(u"Studio Nord"_s, port, testPort);
        const auto says = [&](const QString &words) {
            const auto labels = list.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
        };
        QTRY_VERIFY(says(u" ms"_s));
        QVERIFY(list.findChild<QPushButton *>()->isEnabled());
    }

    void theTypedAddressIsAskedBeforeAnybodyJoins()
    {
        m_desktop->studio().share(0);
        StartPage page;
        page.resize(1600, 1000);
        page.setVisible(true);
        auto *address = page.findChild<QLineEdit *>(u"address"_s);
        const auto said = [&] { return page.findChild<QLabel *>(u"address-line"_s)->text(); };
        QTest::keyClicks(address, u"127.0.0.1:"_s + m_desktop->studio().sharedAddress().section(u':', -1));
        QTRY_VERIFY2(said().contains(u"same version"_s), qPrintable(said()));
        address->clear();
        QTest::keyClicks(address, u"127.0.0.1:%1"_s.arg(freePort()));
        QTRY_VERIFY2(said().contains(u"Nothing answers"_s), qPrintable(said()));
    }

    void aStudioOfANewerVersionIsRefusedWithTheReason()
    {
        const auto told = [](const char *version) {
            return greetingOf({{"api", "Zou"}, {"version", version}}, u"here"_s);
        };
        QCOMPARE(told("0.20.73").fit, StudioGreeting::Fit::Same);
        QCOMPARE(told("0.20.99").fit, StudioGreeting::Fit::Same); // corrections
        QCOMPARE(told("0.19.2").fit, StudioGreeting::Fit::Older);
        QVERIFY(told("0.19.2").refusal().isEmpty());
        QVERIFY(told("0.21.0").refusal().contains(u"newer Callboard"_s));
        const Json web = {{"hello", "web"}};
        QVERIFY_THROWS_EXCEPTION(ApiError, greetingOf(web, u"here"_s));
        // A server that says so is not joined.
        QTcpServer newer;
        QVERIFY(newer.listen(QHostAddress::LocalHost));
        connect(&newer, &QTcpServer::newConnection, this, [&newer] {
            QTcpSocket *socket = newer.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                const QByteArray body = R"({"api":"Zou","version":"1.4.0"})";
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
        MainWindow window;
        window.setVisible(true);
        window.join(u"127.0.0.1:%1"_s.arg(newer.serverPort()));
        const auto *line = window.startPage()->findChild<QLabel *>(u"address-line"_s);
        QTRY_VERIFY2(line->text().contains(u"version 1.4.0"_s), qPrintable(line->text()));
        QVERIFY(!window.studio());
    }

    void aStudioThatIsOpenElsewhereIsRefusedBesideTheStudiosOfThisComputer()
    {
        MainWindow window;
        window.setVisible(true);
        window.openHere(m_desktop->folder(), false); // as the desktop of these tests has it
        const auto *line = window.startPage()->findChild<QLabel *>(u"recent-line"_s);
        // A studio that this process has open is given time to close first.
        QTRY_VERIFY2_WITH_TIMEOUT(line->text().contains(u"already open"_s), qPrintable(line->text()), 30'000);
        QVERIFY(line->isVisible());
        QVERIFY(window.startPage()->isEnabled());
        QVERIFY(!window.studio());
    }

    void hostingShowsJobsAndTriesFailedOnesAgain()
    {
        const QString production = m_desktop->production(u"Jobs"_s);
        const QString shot = m_desktop->shot(production, m_desktop->sequence(production, u"SQ010"_s), u"SH0010"_s);
        const QString task =
            m_desktop->tasks(production, m_desktop->taskTypeNamed(u"Animation"_s), u"shots"_s, {shot}).value(0);
        QTemporaryDir folder;
        const QString movie = folder.filePath(u"a.mp4"_s);
        QVERIFY(playermovies::make(movie, 24, u"24"_s, {u"-c:v"_s, u"libx264"_s}));
        const QString preview = m_desktop->publish(task, movie, false);
        ApiRequest kept;
        kept.path = u"/movies/originals/preview-files/%1.mp4"_s.arg(preview);
        kept.keepIn = folder.filePath(u"unused"_s);
        const QString made = tests::awaited(m_desktop->studio().gateway().send(kept)).file;
        const QString upload = QString(made).replace(u"/previews/movie/"_s, u"/previews/source/"_s);
        QVERIFY(made != upload && QDir().mkpath(QFileInfo(upload).path()) && QFile::copy(movie, upload));
        const QString job = u"7c9e6679-7425-40de-944b-e07fc1f90ae7"_s;
        { // As if the machine had failed on it.
            auto database = store::openSqlite((m_desktop->folder() + u"/database/studio.db"_s).toStdString(), false);
            const std::string now =
                QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ss.000000"_s).toStdString();
            database->change(
                "INSERT INTO job (id, kind, state, input, progress, message, attempts, created_at,"
                " updated_at) VALUES (?, 'normalise-movie', 'failed', ?, 0.4, 'The disk was full.', 1, ?, ?)",
                job.toStdString(), toText({{"preview_file_id", preview.toStdString()}}), now, now);
        }
        QWidget window;
        window.resize(1280, 720);
        HostingButton button(m_desktop->studio(), &window);
        window.setVisible(true);
        button.openSheet();
        auto *jobs = window.findChild<RunningJobs *>();
        QTRY_COMPARE(jobs->jobs().size(), 1);
        QCOMPARE(jobs->jobs().first().message, u"The disk was full."_s);
        const auto retry = [&] {
            const auto buttons = jobs->findChildren<QPushButton *>();
            const auto found = std::ranges::find_if(
                buttons, [](const auto *each) { return each->accessibleName().contains(u"SQ010 / SH0010 v1"_s); });
            return found == buttons.end() ? nullptr : *found;
        };
        QTRY_VERIFY(retry());
        retry()->click(); // may be below what is seen
        // It was begun again, however it ends this time.
        QTRY_VERIFY(textOf(m_desktop->get(u"/data/jobs/"_s + job), "message") != u"The disk was full."_s);
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
        auto *password = window.signInPage()->findChild<QLineEdit *>(u"password"_s);
        QTest::keyClicks(window.signInPage()->findChild<QLineEdit *>(u"email"_s), u"sofia@example.com"_s);
        QTest::keyClicks(password, u"mysecretpassword"_s);
        QTest::keyClick(password, Qt::Key_Return);
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
