// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in over days, the line of events when its token changes, and pictures after the link was away.
#include "tests/support/TestDesktop.h"

#include "ui/gateway/EventClient.h"
#include "ui/gateway/UserSession.h"
#include "ui/openstudio/PictureStore.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocketServer>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::tests;
using namespace Qt::StringLiterals;

namespace {

/// Answers as a studio would, and remembers who asked for what.
class PlayedStudio final : public StudioGateway
{
public:
    QString place() const override { return u"nowhere"_s; }
    bool isHostedHere() const override { return false; }
    void setLive(bool isLive) { setLink(isLive ? Link::Live : Link::Offline); }

    QStringList renewedWith;
    QStringList tokens; // that events were heard with
    int renewals = 0;
    bool isThere = true;
    bool isRefusing = false;

protected:
    QCoro::Task<ApiAnswer> transmit(ApiRequest request) override
    {
        if (!isThere) throw ApiError::neverSent(u"Nothing answers."_s);
        ApiAnswer answer;
        answer.status = 200;
        if (request.path == u"/auth/refresh-token"_s) {
            renewedWith << request.token.value_or(accessToken());
            if (isRefusing) {
                answer.status = 422;
                answer.body = R"({"msg": "Token has expired"})";
                co_return answer;
            }
            answer.body = R"({"access_token": "access-)" + QByteArray::number(++renewals) + "\"}";
        } else if (request.path.startsWith(u"/auth/"_s)) {
            answer.body = R"({"user": {"id": "me"}, "access_token": "access-0", "refresh_token": "refresh"})";
        } else if (request.path.contains(u"gone"_s)) {
            answer.status = 404;
            answer.body = R"({"message": "There is none."})";
        } else {
            QImage picture(4, 4, QImage::Format_RGB32);
            picture.fill(Qt::red);
            QBuffer buffer(&answer.body);
            picture.save(&buffer, "PNG");
        }
        co_return answer;
    }
    void tokenChanged() override { tokens << accessToken(); }
};

/// A server of events that greets everybody.
class EventServer : public QObject
{
public:
    EventServer()
        : m_server(u"events"_s, QWebSocketServer::NonSecureMode)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            ++connections;
            QWebSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QWebSocket::textMessageReceived, socket, [socket](const QString &message) {
                if (message.startsWith(u"40"_s)) socket->sendTextMessage(u"40/events,{}"_s);
            });
            socket->sendTextMessage(u"0{}"_s);
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    int connections = 0;

private:
    QWebSocketServer m_server;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRefreshTokenRenewsAndIsNeverTheOneThatIsHeardWith()
    {
        PlayedStudio studio;
        UserSession session(studio);
        QVERIFY(awaited(session.resume(u"refresh"_s)));
        QCOMPARE(studio.renewedWith, QStringList{u"refresh"_s});
        QCOMPARE(studio.tokens, QStringList{u"access-1"_s});
        QCOMPARE(session.refreshToken(), u"refresh"_s);
        QVERIFY(session.isSignedIn());
    }

    void aRefreshTokenThatHasEndedSignsNobodyIn()
    {
        PlayedStudio studio;
        studio.isRefusing = true;
        UserSession session(studio);
        QVERIFY(!awaited(session.resume(u"old"_s)));
        QVERIFY(!session.isSignedIn() && studio.accessToken().isEmpty());
    }

    void aWindowLeftOpenIsRenewedBeforeItsTokenEndsAndGoesOnHearing()
    {
        PlayedStudio studio;
        UserSession session(studio);
        awaited(session.signIn(u"me@example.com"_s, u"secret"_s));
        QCOMPARE(studio.accessToken(), u"access-0"_s);
        session.setRenewal(0, 10);
        QTRY_VERIFY(studio.renewals >= 2);
        QVERIFY(!studio.renewedWith.contains(u"access-0"_s));
        QVERIFY(studio.accessToken() != u"access-0"_s);
        QCOMPARE(studio.tokens, QStringList{u"access-0"_s}); // events go on by the line that is there
        studio.isThere = false;                              // nothing is lost by a try that fails
        QTest::qWait(50);
        QVERIFY(session.isSignedIn());
        studio.isThere = true;
        const int before = studio.renewals;
        QTRY_VERIFY(studio.renewals > before);
    }

    void anotherTokenOpensTheLineOfEventsOnce()
    {
        EventServer server;
        EventClient client(server.url());
        client.setAccessToken(u"one"_s);
        QTRY_VERIFY(client.isConnected());
        client.setAccessToken(u"two"_s);
        QTRY_VERIFY(client.isConnected());
        QTest::qWait(900); // the pause before a next try is 500 ms
        QCOMPARE(server.connections, 2);
        QVERIFY(client.isConnected());
        client.renewAccessToken(u"three"_s);
        QTest::qWait(50);
        QCOMPARE(server.connections, 2);
    }

    void aPictureThatCouldNotBeAskedForComesWithTheLink()
    {
        PlayedStudio studio;
        studio.setLive(true);
        PictureStore pictures(studio);
        const QString face = u"/pictures/thumbnails/persons/me.png"_s;
        studio.isThere = false;
        studio.setLive(false);
        QVERIFY(pictures.picture(face).isNull());
        QTest::qWait(20);
        studio.isThere = true;
        QSignalSpy arrived(&pictures, &PictureStore::arrived);
        studio.setLive(true);
        QTRY_VERIFY(!arrived.isEmpty());
        QVERIFY(pictures.picture(face).isNull()); // asked for now
        QTRY_VERIFY(!pictures.picture(face).isNull());
    }

    void aPictureThatTheStudioDoesNotHaveIsAskedForOnce()
    {
        PlayedStudio studio;
        studio.setLive(true);
        PictureStore pictures(studio);
        QVERIFY(pictures.picture(u"/pictures/gone.png"_s).isNull());
        QTest::qWait(20);
        QSignalSpy arrived(&pictures, &PictureStore::arrived);
        studio.setLive(false);
        studio.setLive(true);
        QVERIFY(arrived.isEmpty());
    }
};

QTEST_MAIN(TestSession)
#include "test_session.moc"
