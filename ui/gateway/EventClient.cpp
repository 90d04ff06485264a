// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/EventClient.h"

#include "core/api/ClientJson.h"
#include "core/api/Error.h"

#include <QNetworkRequest>
#include <QUrlQuery>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstDelay = 500;
constexpr int longestDelay = 15'000;
constexpr int silenceAllowed = 50'000; // ping interval and time-out of the server, and some more

/// What would harm further in, such as a thousand lists in each other, is no event.
Json parsedEvent(const std::string &text)
{
    try {
        return api::parseClientJson(text);
    } catch (const api::Error &) {
        return {};
    }
}

} // namespace

EventClient::EventClient(QUrl server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_delay(firstDelay)
{
    m_reconnect.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceAllowed);
    connect(&m_reconnect, &QTimer::timeout, this, &EventClient::open);
    connect(&m_silence, &QTimer::timeout, &m_socket, [this] { m_socket.abort(); });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &EventClient::receive);
    connect(&m_socket, &QWebSocket::disconnected, this, &EventClient::lose);
}

EventClient::~EventClient()
{
    m_socket.disconnect(this); // It tells its end while it goes, when the timers are gone already.
}

void EventClient::setAccessToken(const QString &token)
{
    m_accessToken = token;
    m_socket.abort();
    m_reconnect.stop(); // which the end of the socket has started
    m_delay = firstDelay;
    if (!token.isEmpty()) open();
}

void EventClient::hurry()
{
    if (m_reconnect.isActive() && m_reconnect.remainingTime() > firstDelay) m_reconnect.start(firstDelay);
}

void EventClient::open()
{
    QUrl url = m_server;
    url.setScheme(m_server.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(u"/socket.io/"_s);
    QUrlQuery query;
    query.addQueryItem(u"EIO"_s, u"4"_s);
    query.addQueryItem(u"transport"_s, u"websocket"_s);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_accessToken.toUtf8());
    m_socket.open(request);
    m_silence.start();
}

void EventClient::receive(const QString &message)
{
    m_silence.start();
    if (message.isEmpty()) return;
    switch (message[0].toLatin1()) {
    case '0': receiveOpen(message.mid(1)); break;
    case '2': m_socket.sendTextMessage(u"3"_s + message.mid(1)); break; // ping: pong
    case '1': m_socket.close(); break;
    case '4': receivePacket(QStringView(message).mid(1)); break;
    default: break; // noop and what later protocols add
    }
}

void EventClient::receiveOpen(const QString &)
{
    const Json greeting = {{"token", m_accessToken.toStdString()}};
    m_socket.sendTextMessage(u"40/events,"_s + QString::fromStdString(toText(greeting)));
}

void EventClient::receivePacket(QStringView packet)
{
    if (packet.isEmpty()) return;
    const auto kind = packet[0];
    const auto comma = packet.indexOf(u',');
    const auto rest = comma < 0 ? QStringView() : packet.mid(comma + 1);
    if (kind == u'0') {
        m_delay = firstDelay;
        setInNamespace(true);
    } else if (kind == u'4' || kind == u'1') {
        m_socket.close(); // refused: the token has ended
    } else if (kind == u'2') {
        const Json event = parsedEvent(rest.toUtf8().toStdString());
        if (event.is_array() && !event.empty() && event[0].is_string())
            Q_EMIT heard(QString::fromStdString(event[0]), event.size() > 1 ? event[1] : Json::object());
    }
}

void EventClient::lose()
{
    m_silence.stop();
    setInNamespace(false);
    if (m_accessToken.isEmpty()) return;
    m_reconnect.start(m_delay);
    m_delay = std::min(m_delay * 2, longestDelay);
}

void EventClient::setInNamespace(bool inNamespace)
{
    if (inNamespace == m_isInNamespace) return;
    m_isInNamespace = inNamespace;
    Q_EMIT connectedChanged(inNamespace);
}

} // namespace callboard::ui
