// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/EngineServer.h"

#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QTimer>
#include <QWebSocket>

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
    request.remoteAddress = socket.peerAddress().toString().toStdString();
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
    if (m_sessions.size() >= m_options.engine.sessions) return nullptr;
    removeForeignCookies(opening);
    Credentials credentials{std::move(opening.headers), std::move(opening.remoteAddress)};
    auto *session = new EngineSession(unguessableId(), std::move(credentials), m_options.engine, m_owner);
    session->setParent(this);
    m_sessions.emplace(session->id(), session);
    return session;
}

/// A browser sends our cookie along with what any page asks of us, and the rule of same origin does not hold
/// for WebSockets: pages of other hosts than our own and the allowed ones must show a token instead.
void EngineServer::removeForeignCookies(api::Request &request) const
{
    const auto origin = request.headers.find("Origin");
    if (!origin) return;
    const auto authority = origin->find("://");
    const bool isOwn = authority != std::string_view::npos
        && origin->substr(authority + 3) == request.headers.find("Host").value_or("");
    const auto &allowed = m_options.allowedOrigins;
    if (isOwn || std::find(allowed.begin(), allowed.end(), *origin) != allowed.end()) return;
    request.headers.set("Cookie", "");
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
