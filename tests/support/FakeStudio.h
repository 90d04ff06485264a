// SPDX-License-Identifier: GPL-3.0-or-later
// A studio for the server's tests: answers a handful of paths, each on a thread of its own as the workers
// would, and shows what reached it.
#pragma once

#include "core/api/Error.h"
#include "server/HttpAnswer.h"
#include "server/HttpServer.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

namespace callboard::server {

class FakeStudio
{
public:
    explicit FakeStudio(ServerOptions options = {})
    {
        server = std::make_unique<HttpServer>(std::make_unique<Ways>(*this), std::move(options));
    }
    ~FakeStudio()
    {
        server->stop(std::chrono::milliseconds(200));
        for (auto &thread : m_threads) thread.join();
        server.reset();
    }

    void tell(const api::Event &event)
    {
        const std::lock_guard lock(m_mutex);
        if (m_subscriber) m_subscriber(event);
    }

    int filesLeft() const { return QDir(uploads.path()).entryList(QDir::Files | QDir::Hidden).size(); }

    QTemporaryDir uploads;
    std::string file; // what /file answers
    std::atomic<std::uint64_t> streamed = 0;
    std::atomic<bool> streamBroke = false;
    std::atomic<bool> streamEnded = false;
    std::atomic<bool> hasArtistLeft = false;
    std::atomic<int> asked = 0;     // whether a body may arrive
    std::string type = "video/mp4"; // of what /file answers
    std::unique_ptr<HttpServer> server;

private:
    /// As the server sees it.
    class Ways final : public Backend
    {
    public:
        explicit Ways(FakeStudio &studio)
            : m_studio(studio)
            , m_folder(studio.uploads.path().toStdString())
        {}
        void handle(api::Request &&request, std::shared_ptr<Studio::Answer> answer) override
        {
            auto shared = std::make_shared<api::Request>(std::move(request));
            const std::lock_guard lock(m_studio.m_mutex);
            m_studio.m_threads.emplace_back(
                [&studio = m_studio, shared, answer = std::move(answer)] { studio.carryOut(*shared, *answer); });
        }
        void askAdmission(api::Request &&head, std::function<void(Studio::Admission &&)> told) override
        {
            Studio::Admission admission;
            if (const auto listener = listenerOf(head)) admission.personId = listener->personId;
            if (head.path == "/forbidden")
                admission.refusal = problem(403, "You are not allowed to do this.");
            else if (admission.personId.empty() && head.path != "/public")
                admission.refusal = problem(401, "Sign in first.");
            ++m_studio.asked;
            told(std::move(admission));
        }
        const std::filesystem::path &uploadFolder() const override { return m_folder; }
        std::optional<Listener> listenerOf(const api::Request &request) override
        {
            const auto shown = request.headers.find("Authorization").value_or("");
            const auto cookie = request.headers.find("Cookie").value_or("");
            if (m_studio.hasArtistLeft && shown == "Bearer artist") return std::nullopt;
            if (shown == "Bearer artist" || cookie == "access_token_cookie=artist")
                return Listener{"artist-id", "user", {"alpha"}};
            if (shown == "Bearer outsider") return Listener{"outsider-id", "user", {}};
            return std::nullopt;
        }
        std::shared_ptr<void> arrive(const std::string &) override { return nullptr; }
        int subscribe(Studio::Subscriber subscriber) override
        {
            const std::lock_guard lock(m_studio.m_mutex);
            m_studio.m_subscriber = std::move(subscriber);
            return 1;
        }
        void unsubscribe(int) override
        {
            const std::lock_guard lock(m_studio.m_mutex);
            m_studio.m_subscriber = nullptr;
        }
        bool mayHear(const Listener &listener, const api::Event &event) const override
        {
            const auto &projects = listener.projectIds;
            if (event.personId && *event.personId != listener.personId) return false;
            return !event.projectId || std::find(projects.begin(), projects.end(), *event.projectId) != projects.end();
        }

    private:
        FakeStudio &m_studio;
        const std::filesystem::path m_folder;
    };

    void carryOut(const api::Request &request, Studio::Answer &answer)
    {
        if (request.path == "/stream") {
            stream(request, answer);
        } else if (request.path == "/file") {
            api::FileBody body;
            body.path = file;
            body.entityTag = "v1";
            body.downloadName = request.query.find("name").value_or("");
            answer.begin(api::file(std::move(body), type));
        } else if (request.path == "/bytes") {
            auto response =
                api::jsonText(std::string(std::stoull(std::string(request.query.find("bytes").value_or("0"))), 'x'));
            if (const auto tag = request.query.find("tag")) response.headers.add("ETag", std::string(*tag));
            answer.begin(std::move(response));
        } else if (request.path == "/auth/login") {
            answer.begin(api::json(Json::object(), request.body == "right" ? 200 : 400));
        } else if (request.path == "/nothing") {
            answer.begin(api::noContent());
        } else if (request.path == "/who") {
            const bool isArtist = request.headers.find("Authorization").value_or("") == "Bearer artist"
                || request.headers.find("Cookie").value_or("") == "access_token_cookie=artist";
            answer.begin(api::json(Json::object(), isArtist ? 200 : 401));
        } else if (request.path == "/tell") {
            api::Event event;
            event.name = request.query.find("name").value_or("");
            event.payload = {{"task_id", "t1"}};
            if (const auto project = request.query.find("project")) event.projectId = std::string(*project);
            answer.begin(api::json(Json::object()));
            tell(event);
        } else if (request.path.starts_with("/data/playlists/")) {
            const bool isArtist = request.headers.find("Authorization").value_or("") == "Bearer artist";
            answer.begin(api::json(Json::object(), isArtist ? 200 : 403));
        } else {
            answer.begin(api::json(described(request)));
        }
    }

    void stream(const api::Request &request, Studio::Answer &answer)
    {
        const std::uint64_t size = std::stoull(std::string(request.query.find("bytes").value_or("0")));
        auto response = api::stream([](api::JsonWriter &) {});
        if (const auto tag = request.query.find("tag")) response.headers.add("ETag", std::string(*tag));
        answer.begin(std::move(response));
        try {
            const std::string piece(64 * 1024, 'x');
            for (std::uint64_t sent = 0; sent < size; sent += piece.size()) {
                if (request.query.contains("slowly")) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                answer.piece(std::string_view(piece).substr(0, std::min<std::uint64_t>(piece.size(), size - sent)));
                streamed = std::min<std::uint64_t>(size, sent + piece.size());
            }
            answer.end(!request.query.contains("breaks"));
            streamEnded = true;
        } catch (const std::exception &) {
            streamBroke = true;
            answer.end(false);
        }
    }

    static Json described(const api::Request &request)
    {
        Json all = Json::object();
        all["verb"] = std::string(api::nameOf(request.verb));
        all["path"] = request.path;
        all["from"] = request.remoteAddress;
        all["body"] = request.body.size() > 1000 ? std::to_string(request.body.size()) : request.body;
        all["form"] = Json::object();
        for (const auto &[name, value] : request.form) all["form"][name] = value;
        all["files"] = Json::array();
        for (const auto &uploaded : request.files) {
            QFile content(QString::fromStdString(uploaded.path().string()));
            const bool isOpen = content.open(QIODevice::ReadOnly);
            all["files"].push_back(
                {{"field", uploaded.field()}, {"name", uploaded.fileName()}, {"type", uploaded.contentType()},
                    {"size", uploaded.size()}, {"content", isOpen ? content.read(200).toStdString() : "unreadable"}});
        }
        return all;
    }

    std::mutex m_mutex;
    std::vector<std::thread> m_threads;
    Studio::Subscriber m_subscriber;
};

/// A client that sends exactly the bytes it is told to.
class RawClient
{
public:
    struct Reply
    {
        int status = 0;
        QByteArray head; // lower case
        QByteArray body;
        bool hasHeader(const char *line) const { return head.contains(line); }
    };

    explicit RawClient(const FakeStudio &studio)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), studio.server->port());
        m_socket.waitForConnected(5000);
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
        }
    }
    /// Reads one answer; status 0 when none came within five seconds.
    Reply receive(bool isHead = false)
    {
        Reply reply;
        while (!m_received.contains("\r\n\r\n"))
            if (!more()) return reply;
        const auto end = m_received.indexOf("\r\n\r\n");
        reply.status = m_received.mid(9, 3).toInt();
        reply.head = m_received.left(end + 2).toLower();
        m_received.remove(0, end + 4);
        if (reply.head.contains("transfer-encoding: chunked")) {
            readChunks(reply.body);
            return reply;
        }
        const auto at = reply.head.indexOf("content-length: ");
        const auto length =
            at < 0 || isHead ? 0 : reply.head.mid(at + 16, reply.head.indexOf('\r', at) - at - 16).toLongLong();
        while (m_received.size() < length)
            if (!more()) break;
        reply.body = m_received.left(length);
        m_received.remove(0, length);
        return reply;
    }
    Reply ask(const QByteArray &bytes)
    {
        send(bytes);
        return receive(bytes.startsWith("HEAD"));
    }
    bool isClosed()
    {
        while (more()) {
        }
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    void abort() { m_socket.abort(); }
    QTcpSocket &socket() { return m_socket; }
    bool brokeOff = false; // a chunked body ended without its last chunk

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(5000)) return false;
        m_received += m_socket.readAll();
        return true;
    }
    void readChunks(QByteArray &body)
    {
        while (true) {
            while (!m_received.contains("\r\n"))
                if (!more()) return void(brokeOff = true);
            const auto line = m_received.indexOf("\r\n");
            const auto size = m_received.left(line).toLongLong(nullptr, 16);
            while (m_received.size() < line + 2 + size + 2)
                if (!more()) return void(brokeOff = true);
            body += m_received.mid(line + 2, size);
            m_received.remove(0, line + 2 + size + 2);
            if (size == 0) return;
        }
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

inline QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: here\r\n" + fields + "\r\n";
}
inline QByteArray post(const QByteArray &type, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /echo HTTP/1.1\r\nHost: here\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

} // namespace callboard::server
