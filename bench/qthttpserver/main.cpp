// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's QtHttpServer and our server side by side: one upload of 1 GB, then 10,000 small answers on one connection.
// Prints the memory and the rate of both; why it matters: docs/architecture.md.
#include "bench/qthttpserver/Servers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>

#include <cstdio>
#include <cstring>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 uploadSize = 1'000'000'000;
constexpr int smallAnswers = 10'000;
constexpr int patience = 120'000; // milliseconds

/// A server as a child process of its own, so that its memory can be told.
class Server
{
public:
    explicit Server(const QString &kind)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {kind});
        if (!m_process.waitForReadyRead(patience)) throw std::runtime_error("A server did not start.");
        m_port = m_process.readLine().trimmed().toUShort();
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    quint16 port() const { return m_port; }
    /// The most memory that it ever had, MiB.
    double peakMemory() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly)) throw std::runtime_error("A server has ended.");
        static const QRegularExpression peak(u"VmHWM:\\s+(\\d+)"_s);
        return peak.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

class Client
{
public:
    explicit Client(const Server &server)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, server.port());
        if (!m_socket.waitForConnected(patience)) throw std::runtime_error("A server does not listen.");
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0)
            if (!m_socket.waitForBytesWritten(patience)) throw std::runtime_error("A server does not read.");
    }
    /// Waits for one answer with a Content-Length.
    void receive()
    {
        qsizetype end = -1;
        while ((end = m_received.indexOf("\r\n\r\n")) < 0) more();
        const auto head = m_received.left(end + 2).toLower();
        if (!head.startsWith("http/1.1 200")) throw std::runtime_error(head.toStdString());
        const auto at = head.indexOf("content-length: ") + qsizetype(std::strlen("content-length: "));
        const auto whole = end + 4 + head.mid(at, head.indexOf('\r', at) - at).toLongLong();
        while (m_received.size() < whole) more();
        m_received.remove(0, whole);
    }

private:
    void more()
    {
        if (!m_socket.waitForReadyRead(patience)) throw std::runtime_error("A server does not answer.");
        m_received += m_socket.readAll();
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

double upload(Client &client)
{
    const QByteArray begin = "--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"take.mov\"\r\n\r\n";
    const QByteArray end = "\r\n--mark--\r\n";
    const QByteArray piece(1'000'000, 'm');
    QElapsedTimer time;
    time.start();
    client.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=mark\r\nContent-Length: "
        + QByteArray::number(begin.size() + uploadSize + end.size()) + "\r\n\r\n" + begin);
    for (qint64 sent = 0; sent < uploadSize; sent += piece.size()) client.send(piece);
    client.send(end);
    client.receive();
    return double(time.elapsed()) / 1000;
}

double readSmallAnswers(Client &client)
{
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < smallAnswers; ++i) {
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        client.receive();
    }
    return double(time.elapsed()) / 1000;
}

void measure(const char *name, const QString &kind)
{
    const Server server(kind);
    Client client(server);
    const double before = server.peakMemory();
    const double small = readSmallAnswers(client);
    const double uploading = upload(client);
    std::printf("%-14s 1 GB up: %6.2f s, %7.0f MiB more memory; %d small answers: %6.0f a second\n", name, uploading,
        server.peakMemory() - before, smallAnswers, smallAnswers / small);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    if (argc > 1)
        return std::strcmp(argv[1], "qt") == 0 ? callboard::bench::runQtServer() : callboard::bench::runOwnServer();
    try {
        measure("QtHttpServer", u"qt"_s);
        measure("Callboard", u"own"_s);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
