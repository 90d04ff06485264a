// SPDX-License-Identifier: GPL-3.0-or-later
// Letters as a mail server gets them.
#include "core/domain/auth/Mail.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <future>
#include <thread>

using namespace callboard;

namespace {

/// Takes one letter on a thread of its own, as a mail server would.
class MailServer
{
public:
    MailServer()
    {
        std::promise<quint16> port;
        auto known = port.get_future();
        m_thread = std::thread([this, &port] { serve(port); });
        qputenv("CALLBOARD_MAIL_SERVER", "smtp://127.0.0.1:" + QByteArray::number(known.get()));
        qputenv("CALLBOARD_MAIL_FROM", "studio@example.com");
    }
    ~MailServer()
    {
        m_thread.join();
        qunsetenv("CALLBOARD_MAIL_SERVER");
    }

    QByteArray recipient;
    QByteArray letter; // its fields and body

private:
    void serve(std::promise<quint16> &port)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        port.set_value(server.serverPort());
        if (!server.waitForNewConnection(10'000)) return;
        QTcpSocket *socket = server.nextPendingConnection();
        const auto answer = [&](const char *line) {
            socket->write(line);
            socket->waitForBytesWritten(5000);
        };
        answer("220 here\r\n");
        bool isLetter = false;
        while (socket->canReadLine() || socket->waitForReadyRead(10'000)) {
            if (!socket->canReadLine()) continue;
            const QByteArray line = socket->readLine();
            if (isLetter && line == ".\r\n") {
                isLetter = false;
                answer("250 taken\r\n");
            } else if (isLetter) {
                letter += line;
            } else if (line.startsWith("DATA")) {
                isLetter = true;
                answer("354 go on\r\n");
            } else if (line.startsWith("QUIT")) {
                answer("221 bye\r\n");
                return;
            } else {
                if (line.startsWith("RCPT")) recipient = line;
                answer("250 fine\r\n");
            }
        }
    }

    std::thread m_thread;
};

} // namespace

class MailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersArriveWithTheirWords();
    void lineEndsMakeNoFields();
};

void MailTest::lettersArriveWithTheirWords()
{
    const std::string subject = "Dein Paßwort für „Große Bühne“, bitte bald ändern, sonst endet dein Zugang heute";
    const std::string text = "Grüße,\n.\nein Punkt allein, und " + std::string(300, 'x');
    MailServer server;
    QVERIFY(auth::sendLetter({"anna@example.com", subject, text}));
    QVERIFY(server.recipient.contains("<anna@example.com>"));
    QVERIFY(
        server.letter.contains("From: studio@example.com\r\n") && server.letter.contains("To: anna@example.com\r\n"));
    QVERIFY(server.letter.contains("Date: ") && server.letter.toLower().contains("mime-version: 1.0\r\n"));
    QVERIFY(server.letter.contains("Content-Type: text/plain; charset=utf-8\r\n"));
    // RFC 5322, 2.1.1: lines of at most 998 characters, and better 78; curl's own boundary is a little longer.
    for (const QByteArray &line : server.letter.split('\n')) QVERIFY2(line.size() <= 90, line.constData());
    // The subject's words, put together again.
    QByteArray read;
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([^?]*)\\?="));
    for (auto words = word.globalMatch(QString::fromLatin1(server.letter)); words.hasNext();)
        read += QByteArray::fromBase64(words.next().captured(1).toLatin1());
    QCOMPARE(read.toStdString(), subject);
    const auto body = server.letter.mid(server.letter.indexOf("base64\r\n\r\n") + 10);
    QCOMPARE(QByteArray::fromBase64(body.left(body.indexOf("\r\n--"))).toStdString(), text);
}

void MailTest::lineEndsMakeNoFields()
{
    MailServer server;
    QVERIFY(auth::sendLetter({"anna@example.com", "Hello\r\nBcc: eve@example.com", "text"}));
    QVERIFY(!server.letter.contains("Bcc:"));
}

QTEST_GUILESS_MAIN(MailTest)
#include "test_mail.moc"
