// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeStudio.h"
#include "tests/support/PythonClients.h"

#include <QProcess>

using namespace callboard;
using namespace callboard::server;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Json polled(RawClient &client, const QByteArray &sid)
{
    const auto reply = client.ask(get("/socket.io/?EIO=4&transport=polling&sid=" + sid));
    return Json{{"status", reply.status}, {"body", reply.body.toStdString()}};
}

/// Opens a session by polling and asks to be let into the namespace; returns its identifier.
QByteArray sessionOf(RawClient &client, const QByteArray &fields)
{
    const auto opened = client.ask(get("/socket.io/?EIO=4&transport=polling", fields));
    const auto sid = QByteArray::fromStdString(Json::parse(opened.body.mid(1).toStdString())["sid"].get<std::string>());
    client.ask("POST /socket.io/?EIO=4&transport=polling&sid=" + sid
        + " HTTP/1.1\r\nHost: here\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: 10\r\n\r\n40/events,");
    return sid;
}

} // namespace

class SocketIoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientsOfPythonAndGazuWork_data();
    void clientsOfPythonAndGazuWork();
    void silentClientsAreForgotten();
    void clientsThatDoNotPollAreDroppedAtABound();
    void cookiesOfForeignPagesDoNotCount_data();
    void cookiesOfForeignPagesDoNotCount();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void nestedMessagesAreDropped();
    void strangersGiveWayToStrangers();
    void strangersAreSentAwaySoon();
    void theEndOfASessionEndsItsConnection();
    void stoppingEndsPollsAtOnce();
};

void SocketIoTest::clientsOfPythonAndGazuWork_data()
{
    QTest::addColumn<QString>("scenario");
    for (const char *name :
        {"polling", "websocket", "upgrade", "refused", "credentials", "pings", "with_gazu", "rooms"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void SocketIoTest::clientsOfPythonAndGazuWork()
{
    QFETCH(QString, scenario);
    static const QString python = tests::pythonWithClients();
    if (python.isEmpty()) QSKIP(tests::noPythonClients);
    ServerOptions options;
    if (scenario == u"pings"_s) options.engine.pingInterval = options.engine.pingTimeout = 300ms;
    FakeStudio studio(options);
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedChannels);
    script.start(python,
        {qEnvironmentVariable("CALLBOARD_SOURCE") + u"/tests/server/socketio/socketio_clients.py"_s,
            QString::fromStdString(studio.server->url()), scenario});
    QVERIFY(script.waitForFinished(60'000));
    QCOMPARE(script.exitCode(), 0);
}

void SocketIoTest::silentClientsAreForgotten()
{
    ServerOptions options;
    options.engine.pingInterval = options.engine.pingTimeout = 100ms;
    FakeStudio studio(options);
    RawClient client(studio);
    const auto sid = sessionOf(client, "Authorization: Bearer artist\r\n");
    QTest::qWait(500);
    const auto answer = polled(client, sid);
    QCOMPARE(answer["status"].get<int>(), 400);
    QVERIFY(answer["body"].get<std::string>().find("Session ID unknown") != std::string::npos);
}

void SocketIoTest::clientsThatDoNotPollAreDroppedAtABound()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto sid = sessionOf(client, "Authorization: Bearer artist\r\n");
    QVERIFY(polled(client, sid)["body"].get<std::string>().starts_with("40/events,{\"sid\""));
    api::Event event;
    event.name = "task:update";
    event.payload = {{"text", std::string(100'000, 'x')}};
    for (int i = 0; i < 5; ++i) studio.tell(event);
    QTest::qWait(100);
    QVERIFY(polled(client, sid)["body"].get<std::string>().size() > 500'000);
    for (int i = 0; i < 15; ++i) studio.tell(event);
    QTest::qWait(100);
    QCOMPARE(polled(client, sid)["status"].get<int>(), 400);
}

void SocketIoTest::cookiesOfForeignPagesDoNotCount_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray cookie = "Cookie: access_token_cookie=artist\r\n";
    QTest::newRow("no origin") << cookie << QByteArray("40/events,");
    QTest::newRow("own") << cookie + "Origin: http://here\r\n" << QByteArray("40/events,");
    QTest::newRow("allowed") << cookie + "Origin: https://tools.example.com\r\n" << QByteArray("40/events,");
    QTest::newRow("foreign") << cookie + "Origin: https://evil.example.com\r\n" << QByteArray("44/events,");
    QTest::newRow("foreign with a token")
        << QByteArray("Authorization: Bearer artist\r\nOrigin: https://evil.example.com\r\n")
        << QByteArray("40/events,");
}

void SocketIoTest::cookiesOfForeignPagesDoNotCount()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, answer);
    ServerOptions options;
    options.allowedOrigins = {"https://tools.example.com"};
    FakeStudio studio(options);
    RawClient client(studio);
    const auto body = polled(client, sessionOf(client, fields))["body"].get<std::string>();
    QVERIFY2(body.starts_with(answer.toStdString()), body.c_str());
}

void SocketIoTest::badRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("old protocol") << get("/socket.io/?EIO=3&transport=polling");
    QTest::newRow("unknown transport") << get("/socket.io/?EIO=4&transport=pigeon");
    QTest::newRow("unknown session") << get("/socket.io/?EIO=4&transport=polling&sid=abc");
    QTest::newRow("post without session")
        << QByteArray("POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n40");
    QTest::newRow("websocket without handshake") << get("/socket.io/?EIO=4&transport=websocket");
}

void SocketIoTest::badRequestsAreRefused()
{
    QFETCH(QByteArray, request);
    FakeStudio studio;
    QCOMPARE(RawClient(studio).ask(request).status, 400);
}

void SocketIoTest::nestedMessagesAreDropped()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto sid = sessionOf(client, "Authorization: Bearer artist\r\n");
    polled(client, sid);
    const auto send = [&](const QByteArray &packet) {
        return client
            .ask("POST /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: here\r\nContent-Length: "
                + QByteArray::number(packet.size()) + "\r\n\r\n" + packet)
            .status;
    };
    const QByteArray room = "42/events,[\"preview-room:join\",{\"playlist_id\":"
                            "\"11111111-2222-3333-4444-555555555555\",\"x\":";
    for (const auto &[open, close] : {std::pair<QByteArray, QByteArray>{"[", "]"}, {"{\"a\":", "}"}}) {
        const QByteArray inner = open == "[" ? QByteArray() : QByteArray("1");
        QCOMPARE(send(room + open.repeated(100'000) + inner + close.repeated(100'000) + "}]"), 200);
        QCOMPARE(send("40/other," + open.repeated(100'000) + inner + close.repeated(100'000)), 200);
    }
    // It goes on, and takes what is nested as people nest.
    QCOMPARE(send(room + "[[1]]}]"), 200);
    QVERIFY(polled(client, sid)["body"].get<std::string>().find("room-people-updated") != std::string::npos);
}

void SocketIoTest::strangersGiveWayToStrangers()
{
    ServerOptions options;
    options.engine.strangersOfAddress = 5;
    options.engine.sessions = 20;
    FakeStudio studio(options);
    RawClient person(studio);
    const auto joined = sessionOf(person, "Authorization: Bearer artist\r\n");
    QVERIFY(polled(person, joined)["body"].get<std::string>().starts_with("40/events,{\"sid\""));
    RawClient flood(studio);
    for (int i = 0; i < 100; ++i) QCOMPARE(flood.ask(get("/socket.io/?EIO=4&transport=polling")).status, 200);
    RawClient another(studio);
    const auto late = sessionOf(another, "Authorization: Bearer artist\r\n");
    QVERIFY(polled(another, late)["body"].get<std::string>().starts_with("40/events,{\"sid\""));
    api::Event event;
    event.name = "task:update";
    studio.tell(event);
    QVERIFY(polled(person, joined)["body"].get<std::string>().find("task:update") != std::string::npos);
}

void SocketIoTest::strangersAreSentAwaySoon()
{
    ServerOptions options;
    options.engine.joinTime = 200ms;
    options.engine.pingTimeout = 200ms; // how often it looks
    options.engine.pingInterval = 60s;
    FakeStudio studio(options);
    RawClient stranger(studio), person(studio);
    const auto joined = sessionOf(person, "Authorization: Bearer artist\r\n");
    const auto silent = sessionOf(stranger, {});
    QTest::qWait(600);
    QCOMPARE(polled(stranger, silent)["status"].get<int>(), 400);
    QCOMPARE(polled(person, joined)["status"].get<int>(), 200);
}

void SocketIoTest::theEndOfASessionEndsItsConnection()
{
    FakeStudio studio;
    RawClient client(studio), other(studio);
    const auto sid = sessionOf(client, "Authorization: Bearer artist\r\n");
    const auto stays = sessionOf(other, "Authorization: Bearer outsider\r\n");
    polled(client, sid);
    polled(other, stays);
    studio.hasArtistLeft = true;
    api::Event ended;
    ended.name = "callboard:session-ended";
    ended.personId = "artist-id";
    ended.isKept = false;
    studio.tell(ended);
    QTest::qWait(500);
    // The event itself may still have been told; then the session is gone.
    polled(client, sid);
    QCOMPARE(polled(client, sid)["status"].get<int>(), 400);
    api::Event event;
    event.name = "task:update";
    studio.tell(event);
    QVERIFY(polled(other, stays)["body"].get<std::string>().find("task:update") != std::string::npos);
}

void SocketIoTest::stoppingEndsPollsAtOnce()
{
    FakeStudio studio;
    RawClient client(studio);
    const auto sid = sessionOf(client, "Authorization: Bearer artist\r\n");
    polled(client, sid);
    client.send(get("/socket.io/?EIO=4&transport=polling&sid=" + sid));
    QTest::qWait(100);
    QElapsedTimer time;
    time.start();
    studio.server->stop(5s);
    QVERIFY2(time.elapsed() < 1000, QByteArray::number(time.elapsed()).constData());
    QVERIFY(client.receive().body.endsWith('1'));
}

QTEST_GUILESS_MAIN(SocketIoTest)
#include "test_socketio.moc"
