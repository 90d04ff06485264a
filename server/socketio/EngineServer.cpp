// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/EngineServer.h"

#include "server/Addresses.h"
#include "server/Origins.h"

#include <QHostAddress>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QTimer>
#include <QWebSocket>

#include <charconv>

namespace callboard::server {

namespace {

/// Engine.IO's own codes of errors.
enum EngineError { UnknownTransport = 0, UnknownSession = 1, BadMethod = 2, BadRequest = 3, UnsupportedVersion = 5 };

api::Response engineError(EngineError code, const char *message, int status = 400)
{
    Json body = Json::object();
    body["code"] = static_cast<int>(code);
    body["message"] = message;
    return api::json(body, status);
}

/// Whoever knows it can speak for the session.
std::string unguessableId()
{
    std::array<quint32, 5> numbers;
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof numbers)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

api::Request requestOf(const QWebSocket &socket)
{
    api::Request request;
    request.path = "/socket.io/";
    request.query = api::Parameters::fromUrlEncoded(socket.requestUrl().query(QUrl::FullyEncoded).toStdString());
    const auto handshake = socket.request();
    for (const auto &name : handshake.rawHeaderList())
        request.headers.add(name.toStdString(), handshake.rawHeader(name).toStdString());
    request.remoteAddress = textOf(socket.peerAddress());
    return request;
}

} // namespace

EngineServer::EngineServer(const ServerOptions &options, EngineSession::Owner &owner)
    : m_options(options)
    , m_owner(owner)
    , m_webSockets(QStringLiteral("Callboard"), QWebSocketServer::NonSecureMode)
{
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, [this] {
        while (auto *socket = m_webSockets.nextPendingConnection()) welcome(socket);
    });
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &EngineServer::checkTimes);
    clock->start(std::clamp<std::chrono::milliseconds>(
        options.engine.pingTimeout / 10, std::chrono::milliseconds(20), std::chrono::milliseconds(1000)));
}

EngineServer::~EngineServer()
{
    endAll();
}

Studio::Admission EngineServer::admissionOf(const api::Request &head) const
{
    const auto length = head.headers.find("Content-Length").value_or("");
    std::uint64_t bytes = 0;
    const auto [stop, error] = std::from_chars(length.data(), length.data() + length.size(), bytes);
    const auto *session = find(std::string(head.query.find("sid").value_or("")));
    if (!session) return {engineError(UnknownSession, "Session ID unknown"), {}};
    if (length.empty() || error != std::errc() || bytes > m_options.engine.payloadBytes)
        return {engineError(BadRequest, "The payload is too large", 413), {}};
    return {std::nullopt, session->id()};
}

void EngineServer::carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer)
{
    const auto &query = request.query;
    if (query.find("EIO").value_or("") != "4") {
        answer->begin(engineError(UnsupportedVersion, "Unsupported protocol version"));
    } else if (query.find("transport").value_or("") != "polling") {
        answer->begin(engineError(UnknownTransport, "Transport unknown"));
    } else if (const auto id = query.find("sid"); !id) {
        if (request.verb != api::Verb::Get) {
            answer->begin(engineError(BadMethod, "Bad handshake method"));
        } else if (auto *session = newSession(std::move(request))) {
            session->poll(std::move(answer));
        } else {
            answer->begin(engineError(BadRequest, "Too many clients", 503));
        }
    } else if (auto *session = find(std::string(*id)); !session) {
        answer->begin(engineError(UnknownSession, "Session ID unknown"));
    } else if (session->usesWebSocket() && request.verb == api::Verb::Get) {
        answer->begin(engineError(BadRequest, "The session uses a WebSocket"));
    } else if (request.verb == api::Verb::Get) {
        session->poll(std::move(answer));
    } else if (request.verb != api::Verb::Post) {
        answer->begin(engineError(BadRequest, "Bad request"));
    } else if (request.body.size() > m_options.engine.payloadBytes) {
        session->end();
        answer->begin(engineError(BadRequest, "The payload is too large", 413));
    } else if (session->take(request.body)) {
        answer->begin(pollingAnswer("ok"));
    } else {
        answer->begin(engineError(BadRequest, "Bad request"));
    }
}

void EngineServer::takeSocket(QTcpSocket *socket)
{
    m_webSockets.handleConnection(socket);
}

void EngineServer::welcome(QWebSocket *socket)
{
    auto request = requestOf(*socket);
    request.remoteAddress = clientBehind(m_options.trustedProxies, request.remoteAddress, request.headers);
    dropForeignCookies(request, m_options.allowedOrigins);
    const auto id = request.query.find("sid");
    EngineSession *session = nullptr;
    if (request.query.find("EIO").value_or("") == "4")
        session = id ? find(std::string(*id)) : newSession(std::move(request));
    if (!session || session->usesWebSocket()) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    session->attach(socket, id.has_value());
}

EngineSession *EngineServer::newSession(api::Request &&opening)
{
    const auto key = keyOf(QHostAddress(QString::fromStdString(opening.remoteAddress)));
    if (m_sessions.size() >= m_options.engine.sessions || !hasPlaceForStranger(key)) return nullptr;
    Credentials credentials{std::move(opening.headers), std::move(opening.remoteAddress)};
    auto *session = new EngineSession(unguessableId(), key, std::move(credentials), m_options.engine, m_owner);
    session->setParent(this);
    m_sessions.emplace(session->id(), session);
    return session;
}

/// Who has not shown a token yet is a stranger. Of one address the oldest gives way: whoever means to join has done so.
bool EngineServer::hasPlaceForStranger(const std::string &addressKey)
{
    std::size_t strangers = 0;
    std::size_t ofAddress = 0;
    EngineSession *oldest = nullptr;
    for (const auto &[id, session] : m_sessions) {
        if (session->isAdmitted()) continue;
        ++strangers;
        if (session->addressKey() != addressKey) continue;
        ++ofAddress;
        if (!oldest || session->begin() < oldest->begin()) oldest = session;
    }
    if (ofAddress >= m_options.engine.strangersOfAddress) {
        oldest->end();
        return true;
    }
    return strangers < m_options.engine.strangers;
}

EngineSession *EngineServer::find(const std::string &id) const
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : found->second;
}

void EngineServer::forget(EngineSession &session)
{
    if (m_sessions.erase(session.id()) > 0) session.deleteLater();
}

void EngineServer::endAll()
{
    const auto sessions = m_sessions; // Ending one takes it out of the map.
    for (const auto &[id, session] : sessions) session->end();
}

void EngineServer::checkTimes()
{
    const auto now = EngineSession::Clock::now();
    const auto sessions = m_sessions;
    for (const auto &[id, session] : sessions) session->checkTime(now);
}

} // namespace callboard::server
