// SPDX-License-Identifier: GPL-3.0-or-later
// The program callboard-server as an administrator meets it.
#include "tests/support/RunningServer.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using callboard::tests::serverProgram;
using Running = callboard::tests::RunningServer;

namespace {

struct Ended
{
    int code = -1;
    QString said;
};

Ended run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(serverProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, u"did not end: "_s + QString::fromUtf8(process.readAll())};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QByteArray ask(QTcpSocket &socket, const QByteArray &request)
{
    socket.write(request);
    QByteArray reply;
    while (!reply.contains("\r\n\r\n") && socket.waitForReadyRead(10'000)) reply += socket.readAll();
    return reply;
}

QByteArray signIn(const QByteArray &password)
{
    const QByteArray body = R"({"email":"ana@studio.example","password":")" + password + "\"}";
    return "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QStringList studio(const QTemporaryDir &folder)
{
    return {u"--data"_s, folder.filePath(u"studio"_s)};
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAdministratorSignsInWithThePasswordFromStandardInputOrAFile();
    void signalsEndItCleanlyWithConnectionsOpen_data();
    void signalsEndItCleanlyWithConnectionsOpen();
    void misuseIsNamed_data();
    void misuseIsNamed();
    void foldersThatCannotBeUsedAreNamed();
    void aSecondProgramOnTheSameFolderIsRefused();
    void aBusyPortIsNamed();
    void aSoundStudioIsCalledSound();
    void itSpeaksTls();
};

void CommandLineTest::theAdministratorSignsInWithThePasswordFromStandardInputOrAFile()
{
    QTemporaryDir folder;
    {
        Running server(studio(folder) << u"--administrator"_s << u"ana@studio.example"_s, "first secret\n");
        QTcpSocket client;
        client.connectToHost(u"127.0.0.1"_s, server.port);
        QVERIFY(ask(client, signIn("first secret")).startsWith("HTTP/1.1 200"));
        QVERIFY(server.endWith(SIGTERM) >= 0);
    }
    QFile file(folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("second secret\r\nmore") > 0);
    file.close();
    Running server(
        studio(folder) << u"--administrator"_s << u"ana@studio.example"_s << u"--password-file"_s << file.fileName());
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, server.port);
    QVERIFY(ask(client, signIn("second secret")).startsWith("HTTP/1.1 200"));
    QVERIFY(ask(client, signIn("first secret")).startsWith("HTTP/1.1 4"));
}

void CommandLineTest::signalsEndItCleanlyWithConnectionsOpen_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void CommandLineTest::signalsEndItCleanlyWithConnectionsOpen()
{
    QFETCH(int, signal);
    QTemporaryDir folder;
    Running server(studio(folder));
    QTcpSocket idle, sending, polling;
    for (auto *socket : {&idle, &sending, &polling}) {
        socket->connectToHost(u"127.0.0.1"_s, server.port);
        QVERIFY(socket->waitForConnected(5000));
    }
    QVERIFY(ask(idle, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").startsWith("HTTP/1.1 200"));
    QVERIFY(
        ask(polling, "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\n\r\n").startsWith("HTTP/1.1 200"));
    sending.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
    QVERIFY(sending.waitForBytesWritten(5000));
    const auto time = server.endWith(signal);
    QVERIFY2(time >= 0 && time < 2000, QByteArray::number(time).constData());
}

void CommandLineTest::misuseIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("no folder") << QStringList{} << u"--data"_s;
    QTest::newRow("unknown option") << QStringList{u"--nothing"_s} << u"nothing"_s;
    QTest::newRow("superfluous word") << QStringList{u"--data"_s, u"x"_s, u"hello"_s} << u"hello"_s;
    QTest::newRow("no port") << QStringList{u"--data"_s, u"x"_s, u"--port"_s, u"70000"_s} << u"70000"_s;
    QTest::newRow("certificate alone") << QStringList{u"--data"_s, u"x"_s, u"--certificate"_s, u"c"_s} << u"--key"_s;
    QTest::newRow("empty password") << QStringList{u"--data"_s, u"x"_s, u"--administrator"_s, u"a@b.example"_s}
                                    << u"empty"_s;
    QTest::newRow("no password file") << QStringList{u"--data"_s, u"x"_s, u"--administrator"_s, u"a@b.example"_s,
        u"--password-file"_s, u"/nowhere/p"_s}
                                      << u"/nowhere/p"_s;
}

void CommandLineTest::misuseIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const auto ended = run(arguments);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.said.contains(word), qPrintable(ended.said));
}

void CommandLineTest::foldersThatCannotBeUsedAreNamed()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const auto ended = run({u"--data"_s, file.fileName() + u"/studio"_s, u"--port"_s, u"0"_s});
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.said.contains(file.fileName()), qPrintable(ended.said));
}

void CommandLineTest::aSecondProgramOnTheSameFolderIsRefused()
{
    QTemporaryDir folder;
    Running first(studio(folder));
    QVERIFY(first.port > 0);
    const auto second = run(studio(folder) << u"--port"_s << u"0"_s);
    QCOMPARE(second.code, 2);
    QVERIFY2(second.said.contains(u"studio"_s), qPrintable(second.said));
}

void CommandLineTest::aBusyPortIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    const auto port = QString::number(other.serverPort());
    const auto ended = run(studio(folder) << u"--port"_s << port);
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.said.contains(port), qPrintable(ended.said));
}

void CommandLineTest::aSoundStudioIsCalledSound()
{
    QTemporaryDir folder;
    const auto ended = run(studio(folder) << u"--check"_s);
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QVERIFY2(ended.said.contains(u"sound"_s), qPrintable(ended.said));
}

void CommandLineTest::itSpeaksTls()
{
    QTemporaryDir folder;
    const auto certificate = folder.filePath(u"certificate.pem"_s), key = folder.filePath(u"key.pem"_s);
    QCOMPARE(QProcess::execute(u"openssl"_s,
                 {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
                     u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate}),
        0);
    QCOMPARE(run(studio(folder) << u"--port"_s << u"0"_s << u"--certificate"_s << key << u"--key"_s << key).code, 3);
    Running server(studio(folder) << u"--certificate"_s << certificate << u"--key"_s << key);
    QVERIFY(server.firstLine.contains(u"https://"_s));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.port);
    QVERIFY(client.waitForEncrypted(5000));
    QVERIFY(ask(client, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").startsWith("HTTP/1.1 200"));
    QTcpSocket plain;
    plain.connectToHost(u"127.0.0.1"_s, server.port);
    QVERIFY(!ask(plain, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").startsWith("HTTP/1.1 200"));
    QVERIFY(ask(client, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").startsWith("HTTP/1.1 200"));
    QVERIFY(server.endWith(SIGTERM) >= 0);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "test_command_line.moc"
