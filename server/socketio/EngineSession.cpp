// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/EngineSession.h"

#include <QWebSocket>

namespace callboard::server {

namespace {

std::string packet(EnginePacket type, std::string_view content = {})
{
    return static_cast<char>(type) + std::string(content);
}

} // namespace

api::Response pollingAnswer(std::string payload)
{
    auto response = api::text(std::move(payload), "text/plain; charset=UTF-8", 200);
    response.headers.add("Cache-Control", "no-store");
    return response;
}

EngineSession::EngineSession(
    std::string id, std::string addressKey, Credentials credentials, const EngineLimits &limits, Owner &owner)
    : m_id(std::move(id))
    , m_addressKey(std::move(addressKey))
    , m_credentials(std::move(credentials))
    , m_limits(limits)
    , m_owner(owner)
    , m_begin(Clock::now())
    , m_nextPing(m_begin + limits.pingInterval)
{
    open();
}

EngineSession::~EngineSession()
{
    end();
}

void EngineSession::open()
{
    Json greeting = Json::object();
    greeting["sid"] = m_id;
    greeting["upgrades"] = Json::array({"websocket"});
    greeting["pingInterval"] = m_limits.pingInterval.count();
    greeting["pingTimeout"] = m_limits.pingTimeout.count();
    greeting["maxPayload"] = m_limits.payloadBytes;
    send(packet(EnginePacket::Open, toText(greeting)));
}

void EngineSession::send(std::string text)
{
    if (m_hasEnded) return;
    m_waitingBytes += text.size();
    const auto inSocket = m_socket ? static_cast<std::size_t>(m_socket->bytesToWrite()) : 0;
    if (m_waitingBytes + inSocket > m_limits.backlogBytes) {
        end();
        return;
    }
    m_waiting.push_back(std::move(text));
    flush();
}

void EngineSession::flush()
{
    if (m_waiting.empty()) return;
    if (m_socket) {
        for (const auto &text : std::exchange(m_waiting, {})) {
            if (!m_socket) return; // Sending has found the client gone.
            m_socket->sendTextMessage(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        }
        m_waitingBytes = 0;
    } else if (m_poll) {
        std::string payload;
        for (const auto &text : std::exchange(m_waiting, {})) {
            if (!payload.empty()) payload += packetSeparator;
            payload += text;
        }
        m_waitingBytes = 0;
        answerPoll(std::move(payload));
    }
}

void EngineSession::answerPoll(std::string payload)
{
    if (const auto answer = std::exchange(m_poll, nullptr)) answer->begin(pollingAnswer(std::move(payload)));
}

void EngineSession::poll(std::shared_ptr<Studio::Answer> answer)
{
    if (m_poll) {
        // Two polls at once: the client has lost count of its own requests.
        end();
        answer->begin(pollingAnswer(packet(EnginePacket::Close)));
        return;
    }
    m_poll = std::move(answer);
    // The client waits for the end of its poll before it changes to the WebSocket.
    if (m_waiting.empty() && m_isProbed)
        answerPoll(packet(EnginePacket::Noop));
    else
        flush();
}

bool EngineSession::take(std::string_view payload)
{
    for (const auto text : packetsOf(payload)) {
        if (m_hasEnded) return true;
        if (text.front() < '0' || text.front() > '6') {
            end();
            return false;
        }
        takePacket(text);
    }
    return true;
}

void EngineSession::takePacket(std::string_view text)
{
    if (text.empty()) return;
    switch (static_cast<EnginePacket>(text.front())) {
    case EnginePacket::Close: end(); break;
    case EnginePacket::Pong:
        m_pongDue.reset();
        m_nextPing = Clock::now() + m_limits.pingInterval;
        break;
    case EnginePacket::Message: m_owner.messageArrived(*this, text.substr(1)); break;
    default: break; // Nothing else means anything from a client.
    }
}

void EngineSession::attach(QWebSocket *socket, bool isUpgrade)
{
    socket->setParent(this);
    socket->setMaxAllowedIncomingMessageSize(m_limits.payloadBytes);
    socket->setMaxAllowedIncomingFrameSize(m_limits.payloadBytes);
    if (!isUpgrade) {
        useSocket(socket);
        return;
    }
    if (m_probe) m_probe->deleteLater();
    m_probe = socket;
    m_isProbed = false;
    connect(socket, &QWebSocket::textMessageReceived, this, &EngineSession::takeProbe);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        if (m_probe == socket) {
            m_probe = nullptr; // The attempt has failed; polling goes on.
            m_isProbed = false;
        }
        socket->deleteLater();
    });
}

void EngineSession::takeProbe(const QString &text)
{
    if (text == QStringLiteral("2probe")) {
        m_isProbed = true;
        m_probe->sendTextMessage(QStringLiteral("3probe"));
        answerPoll(packet(EnginePacket::Noop));
    } else if (text == QStringLiteral("5") && m_isProbed) {
        auto *socket = std::exchange(m_probe, nullptr);
        m_isProbed = false;
        socket->disconnect(this);
        answerPoll(packet(EnginePacket::Noop));
        useSocket(socket);
    } else {
        m_probe->abort();
    }
}

void EngineSession::useSocket(QWebSocket *socket)
{
    m_socket = socket;
    connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const auto bytes = text.toUtf8();
        takePacket({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    });
    connect(socket, &QWebSocket::disconnected, this, &EngineSession::end);
    flush();
}

void EngineSession::checkTime(Clock::time_point now)
{
    const bool isSilent = m_pongDue && now > *m_pongDue;
    const bool isStranger = !m_isAdmitted && now - m_begin > m_limits.joinTime;
    if (isSilent || isStranger) {
        end();
    } else if (!m_pongDue && now >= m_nextPing) {
        m_pongDue = now + m_limits.pingTimeout;
        send(packet(EnginePacket::Ping));
    }
}

void EngineSession::end()
{
    if (std::exchange(m_hasEnded, true)) return;
    answerPoll(packet(EnginePacket::Close));
    m_waiting.clear();
    for (auto *socket : {std::exchange(m_socket, nullptr), std::exchange(m_probe, nullptr)}) {
        if (!socket) continue;
        socket->disconnect(this);
        // One that does not take what waits would not take a farewell either.
        if (static_cast<std::size_t>(socket->bytesToWrite()) > m_limits.backlogBytes / 2)
            socket->abort();
        else
            socket->close();
        socket->setParent(nullptr);
        socket->deleteLater();
    }
    m_owner.sessionEnded(*this);
}

} // namespace callboard::server
