// SPDX-License-Identifier: GPL-3.0-or-later
// One Engine.IO 4 client: what waits for it, by polling or by WebSocket, and the change from one to the
// other; pings it. What waits is bounded: a client that does not take it is dropped and will reconnect.
// Lives on the network thread.
#pragma once

#include "core/studio/Studio.h"
#include "server/Credentials.h"
#include "server/ServerOptions.h"
#include "server/socketio/Packets.h"

#include <QObject>

class QWebSocket;

namespace callboard::server {

class EngineSession : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    class Owner
    {
    public:
        virtual ~Owner() = default;
        virtual void messageArrived(EngineSession &session, std::string_view text) = 0;
        /// The session has ended: forget it, delete it later.
        virtual void sessionEnded(EngineSession &session) = 0;
    };

    /// `addressKey`: see server/Addresses.h.
    EngineSession(
        std::string id, std::string addressKey, Credentials credentials, const EngineLimits &limits, Owner &owner);
    ~EngineSession() override;

    const std::string &id() const { return m_id; }
    const std::string &addressKey() const { return m_addressKey; }
    Clock::time_point begin() const { return m_begin; }
    bool isAdmitted() const { return m_isAdmitted; }
    const Credentials &credentials() const { return m_credentials; }
    bool usesWebSocket() const { return m_socket != nullptr; }
    bool hasEnded() const { return m_hasEnded; }

    /// The client has shown who it is; sessions that never do are ended after a while.
    void setAdmitted() { m_isAdmitted = true; }
    /// Queues a whole packet.
    void send(std::string packet);
    /// Answers with what waits, or when something comes.
    void poll(std::shared_ptr<Studio::Answer> answer);
    /// The body of a polling POST. False when it is malformed; the session has ended then.
    bool take(std::string_view payload);
    /// Takes over the socket: for the whole session when it has just begun, else to upgrade to it.
    void attach(QWebSocket *socket, bool isUpgrade);
    void checkTime(Clock::time_point now);
    void end();

private:
    void open();
    void takePacket(std::string_view packet);
    void takeProbe(const QString &text);
    void useSocket(QWebSocket *socket);
    void flush();
    void answerPoll(std::string payload);

    const std::string m_id;
    const std::string m_addressKey;
    const Credentials m_credentials;
    const EngineLimits &m_limits;
    Owner &m_owner;
    std::vector<std::string> m_waiting;
    std::size_t m_waitingBytes = 0;
    std::shared_ptr<Studio::Answer> m_poll;
    QWebSocket *m_socket = nullptr; // child
    QWebSocket *m_probe = nullptr;  // child: a WebSocket that the client is trying
    Clock::time_point m_begin;
    Clock::time_point m_nextPing;
    std::optional<Clock::time_point> m_pongDue;
    bool m_isProbed = false;
    bool m_isAdmitted = false;
    bool m_hasEnded = false;
};

/// A polling answer.
api::Response pollingAnswer(std::string payload);

} // namespace callboard::server
