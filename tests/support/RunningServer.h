// SPDX-License-Identifier: GPL-3.0-or-later
// The program callboard-server as a process of its own, and a plain blocking client to talk to it from any thread.
#pragma once

#include "core/base/Json.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpSocket>

#include <csignal>

namespace callboard::tests {

inline QString serverProgram()
{
    return qEnvironmentVariable("CALLBOARD_BINARIES") + QStringLiteral("/callboard-server");
}

/// How many files a folder holds, with all its folders.
inline int filesBelow(const QString &folder)
{
    int count = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext(); files.next()) ++count;
    return count;
}

/// A running server; killed with this value.
class RunningServer
{
public:
    /// `prefix` is a command that runs it ("unshare -m …"); empty: none.
    explicit RunningServer(QStringList arguments, const QByteArray &input = {}, QStringList prefix = {})
    {
        arguments << QStringLiteral("--port") << QStringLiteral("0");
        const QStringList command = prefix << serverProgram() << arguments;
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(command.first(), command.mid(1));
        m_process.write(input);
        m_process.closeWriteChannel();
        while (!m_said.contains('\n') && m_process.waitForReadyRead(20'000)) m_said += m_process.readAll();
        firstLine = QString::fromUtf8(m_said.left(m_said.indexOf('\n')));
        port = firstLine.mid(firstLine.lastIndexOf(QLatin1Char(':')) + 1).toUShort();
    }
    ~RunningServer() { kill(); }
    RunningServer(const RunningServer &) = delete;
    RunningServer &operator=(const RunningServer &) = delete;

    /// Ends it as a power cut would: no handler runs.
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.kill();
        m_process.waitForFinished();
    }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }
    /// Milliseconds until it has ended; -1 when it has not, or not with 0.
    qint64 endWith(int signal)
    {
        QElapsedTimer time;
        time.start();
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        if (!m_process.waitForFinished(10'000) || m_process.exitStatus() != QProcess::NormalExit) return -1;
        return m_process.exitCode() == 0 ? time.elapsed() : -1;
    }
    /// What it has said so far.
    QByteArray said()
    {
        m_said += m_process.readAll();
        return m_said;
    }

    quint16 port = 0;
    QString firstLine;

private:
    QProcess m_process;
    QByteArray m_said;
};

/// One connection, kept open; belongs to the thread that uses it.
class PlainClient
{
public:
    struct Reply
    {
        int status = 0; // 0: the connection broke
        QByteArray type;
        QByteArray body;
        Json json() const { return Json::parse(body.toStdString(), nullptr, false); }
    };

    explicit PlainClient(quint16 port, QByteArray token = {})
        : m_port(port)
        , m_token(std::move(token))
    {}

    void setToken(const QByteArray &token) { m_token = token; }

    Reply get(const QByteArray &path) { return ask("GET", path); }
    Reply post(const QByteArray &path, const Json &body) { return sendJson("POST", path, body); }
    Reply put(const QByteArray &path, const Json &body) { return sendJson("PUT", path, body); }
    Reply remove(const QByteArray &path) { return ask("DELETE", path); }
    /// A form with one file and maybe fields.
    Reply upload(const QByteArray &path, const QByteArray &fileName, const QByteArray &bytes,
        const std::vector<std::pair<QByteArray, QByteArray>> &fields = {})
    {
        QByteArray form;
        for (const auto &[name, value] : fields)
            form += "--mark\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        form += "--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--mark--\r\n";
        return ask("POST", path, form, "multipart/form-data; boundary=mark");
    }
    Reply ask(const QByteArray &verb, const QByteArray &path, const QByteArray &body = {}, const QByteArray &type = {},
        const QByteArray &fields = {})
    {
        QByteArray head = verb + ' ' + path + " HTTP/1.1\r\nHost: studio\r\n" + fields;
        if (!m_token.isEmpty()) head += "Authorization: Bearer " + m_token + "\r\n";
        if (!type.isEmpty()) head += "Content-Type: " + type + "\r\n";
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
        return exchange(head + body);
    }
    /// Sends bytes as they are and reads one reply.
    Reply exchange(const QByteArray &request)
    {
        if (!connect()) return {};
        m_socket.write(request);
        QByteArray received;
        while (!received.contains("\r\n\r\n"))
            if (!readMore(received)) return broken();
        const auto headEnd = received.indexOf("\r\n\r\n");
        const QByteArray head = received.left(headEnd + 2);
        Reply reply{head.mid(9, 3).toInt(), field(head, "content-type"), received.mid(headEnd + 4)};
        if (const bool isOpen = readBody(head, reply.body); !isOpen) return broken();
        if (field(head, "connection").toLower() == "close") m_socket.abort();
        return reply;
    }
    /// Bytes that are not followed by waiting for a reply.
    bool send(const QByteArray &bytes)
    {
        if (!connect()) return false;
        m_socket.write(bytes);
        return m_socket.waitForBytesWritten(10'000) || m_socket.state() == QAbstractSocket::ConnectedState;
    }
    void cut() { m_socket.abort(); }

private:
    Reply sendJson(const QByteArray &verb, const QByteArray &path, const Json &body)
    {
        return ask(verb, path, QByteArray::fromStdString(toText(body)), "application/json");
    }
    bool connect()
    {
        if (m_socket.state() == QAbstractSocket::ConnectedState) return true;
        m_socket.abort();
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        return m_socket.waitForConnected(5000);
    }
    bool readMore(QByteArray &into)
    {
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(20'000)) return false;
        into += m_socket.readAll();
        return true;
    }
    static QByteArray field(const QByteArray &head, const QByteArray &name)
    {
        const auto at = head.toLower().indexOf("\r\n" + name + ':');
        if (at < 0) return {};
        const auto begin = at + 3 + name.size();
        return head.mid(begin, head.indexOf("\r\n", begin) - begin).trimmed();
    }
    bool readBody(const QByteArray &head, QByteArray &body)
    {
        if (field(head, "transfer-encoding").contains("chunked")) {
            while (!body.endsWith("0\r\n\r\n"))
                if (!readMore(body)) return false;
            QByteArray plain;
            for (qsizetype at = 0; at < body.size();) {
                const auto lineEnd = body.indexOf("\r\n", at);
                const auto length = body.mid(at, lineEnd - at).toLongLong(nullptr, 16);
                if (length == 0) break;
                plain += body.mid(lineEnd + 2, length);
                at = lineEnd + 2 + length + 2;
            }
            body = plain;
            return true;
        }
        const auto length = field(head, "content-length").toLongLong();
        while (body.size() < length)
            if (!readMore(body)) return false;
        return true;
    }
    Reply broken()
    {
        m_socket.abort();
        return {};
    }

    QTcpSocket m_socket;
    quint16 m_port;
    QByteArray m_token;
};

} // namespace callboard::tests
