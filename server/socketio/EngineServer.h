// SPDX-License-Identifier: GPL-3.0-or-later
// The Engine.IO 4 endpoint (/socket.io/): opens sessions by polling or by WebSocket and brings later
// requests to theirs. Lives on the network thread.
#pragma once

#include "server/socketio/EngineSession.h"

#include <QTcpSocket>
#include <QWebSocketServer>

namespace callboard::server {

class EngineServer : public QObject
{
    Q_OBJECT

public:
    EngineServer(const ServerOptions &options, EngineSession::Owner &owner);
    ~EngineServer() override;

    static bool isPath(std::string_view path) { return path == "/socket.io/" || path == "/socket.io"; }

    /// Whether the body of a polling request may arrive: as much as a message may have.
    Studio::Admission admissionOf(const api::Request &head) const;
    /// A polling request.
    void carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer);
    /// A socket with its unread WebSocket handshake; takes ownership.
    void takeSocket(QTcpSocket *socket);
    EngineSession *find(const std::string &id) const;
    /// To be called by the owner when a session has ended.
    void forget(EngineSession &session);
    void endAll();

private:
    EngineSession *newSession(api::Request &&opening);
    void welcome(QWebSocket *socket);
    bool hasPlaceForStranger(const std::string &addressKey);
    void checkTimes();

    const ServerOptions &m_options;
    EngineSession::Owner &m_owner;
    QWebSocketServer m_webSockets;
    std::unordered_map<std::string, EngineSession *> m_sessions; // children
};

} // namespace callboard::server
