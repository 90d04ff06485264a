// SPDX-License-Identifier: GPL-3.0-or-later
// The server with a certificate.
#include "tests/support/FakeStudio.h"

#include <QProcess>
#include <QSslSocket>

using namespace callboard;
using namespace callboard::server;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersArriveEncrypted();
    void stalledHandshakesAreEndedAndKeepNobodyOut();
    void aKeyOfAnotherCertificateIsRefusedAtStart();

private:
    QString makeCertificate(const QString &name);
    ServerOptions secure(const QString &certificate, const QString &key) const;

    QTemporaryDir m_folder;
};

QString TlsTest::makeCertificate(const QString &name)
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
            u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, m_folder.filePath(name + u".key"_s),
            u"-out"_s, m_folder.filePath(name + u".pem"_s)});
    openssl.waitForFinished(30'000);
    return openssl.exitCode() == 0 ? QString() : QString::fromUtf8(openssl.readAllStandardError());
}

ServerOptions TlsTest::secure(const QString &certificate, const QString &key) const
{
    ServerOptions options;
    options.certificateFile = m_folder.filePath(certificate + u".pem"_s).toStdString();
    options.keyFile = m_folder.filePath(key + u".key"_s).toStdString();
    return options;
}

void TlsTest::initTestCase()
{
    QCOMPARE(makeCertificate(u"one"_s), QString());
    QCOMPARE(makeCertificate(u"two"_s), QString());
}

void TlsTest::answersArriveEncrypted()
{
    FakeStudio studio(secure(u"one"_s, u"one"_s));
    QVERIFY(studio.server->url().starts_with("https://"));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, studio.server->port());
    QVERIFY2(client.waitForEncrypted(5000), qPrintable(client.errorString()));
    QByteArray got;
    // Two on one connection, the second one long.
    client.write(get("/") + get("/bytes?bytes=3000000", "Connection: close\r\n"));
    while (client.waitForReadyRead(5000)) got += client.readAll();
    QCOMPARE(got.count("HTTP/1.1 200"), 2);
    QVERIFY(got.endsWith(QByteArray(3'000'000, 'x')));
    QVERIFY(got.contains("Strict-Transport-Security: max-age=31536000"));
}

void TlsTest::stalledHandshakesAreEndedAndKeepNobodyOut()
{
    auto options = secure(u"one"_s, u"one"_s);
    options.limits.handshakeTime = 500ms;
    FakeStudio studio(options);
    std::vector<std::unique_ptr<RawClient>> stalled;
    for (int i = 0; i < 60; ++i) stalled.push_back(std::make_unique<RawClient>(studio));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, studio.server->port());
    QVERIFY2(client.waitForEncrypted(5000), qPrintable(client.errorString()));
    QElapsedTimer time;
    time.start();
    for (const auto &one : stalled) QVERIFY(one->isClosed());
    QVERIFY2(time.elapsed() < 4000, QByteArray::number(time.elapsed()).constData());
}

void TlsTest::aKeyOfAnotherCertificateIsRefusedAtStart()
{
    std::string said;
    try {
        FakeStudio studio(secure(u"one"_s, u"two"_s));
    } catch (const std::runtime_error &error) {
        said = error.what();
    }
    QVERIFY2(said.find("does not belong to the certificate") != std::string::npos, said.c_str());
}

QTEST_GUILESS_MAIN(TlsTest)
#include "test_tls.moc"
