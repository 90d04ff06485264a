// SPDX-License-Identifier: GPL-3.0-or-later
// Hears a joined studio's events: Socket.IO protocol 5 over Engine.IO 4 on a WebSocket, namespace /events.
// https://socket.io/docs/v4/socket-io-protocol/ Lives on the GUI's thread; reconnects by itself.
#pragma once

#include "core/base/Json.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

namespace callboard::ui {

class EventClient final : public QObject
{
    Q_OBJECT

public:
    explicit EventClient(QUrl server, QObject *parent = nullptr);
    ~EventClient() override;

    /// Connects with that token; an empty one disconnects.
    void setAccessToken(const QString &token);
    /// Another token of the same person, for the next connection; this one stays.
    void renewAccessToken(const QString &token) { m_accessToken = token; }
    bool isConnected() const { return m_isInNamespace; }
    /// The server has just answered something else: a next try that is far away comes soon.
    void hurry();

Q_SIGNALS:
    void heard(const QString &name, const callboard::Json &payload);
    void connectedChanged(bool connected);

private:
    void open();
    void receive(const QString &message);
    void receivePacket(QStringView packet);
    void receiveOpen(const QString &json);
    void lose();
    void setInNamespace(bool inNamespace);

    QUrl m_server;
    QString m_accessToken;
    QWebSocket m_socket;
    QTimer m_reconnect;
    QTimer m_silence; // no ping for too long: the link is dead though the socket looks open
    int m_delay = 0;  // milliseconds until the next try
    bool m_isInNamespace = false;
};

} // namespace callboard::ui
