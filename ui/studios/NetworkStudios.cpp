// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studios/NetworkStudios.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QUuid>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr int interval = 2000, silence = 8000; // milliseconds
constexpr qsizetype longestName = 80, longestDatagram = 512;
constexpr qsizetype mostStudios = 64; // a flood of made-up ones costs no more

QString oneLine(const QString &text)
{
    QString line = text.simplified().left(longestName);
    line.removeIf([](QChar letter) { return !letter.isPrint(); });
    return line;
}

QList<QHostAddress> broadcastAddresses()
{
    QList<QHostAddress> addresses;
    for (const QNetworkInterface &network : QNetworkInterface::allInterfaces()) {
        if (!network.flags().testFlag(QNetworkInterface::IsRunning)) continue;
        for (const QNetworkAddressEntry &entry : network.addressEntries())
            if (!entry.broadcast().isNull()) addresses << entry.broadcast();
    }
    // Other windows on this computer, also without any network.
    addresses << QHostAddress(u"127.255.255.255"_s);
    return addresses;
}

} // namespace

QByteArray StudioAnnouncement::toDatagram() const
{
    const QJsonObject json{{u"callboard"_s, version}, {u"id"_s, id}, {u"name"_s, oneLine(name)}, {u"port"_s, port}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<StudioAnnouncement> StudioAnnouncement::fromDatagram(const QByteArray &bytes)
{
    if (bytes.size() > longestDatagram) return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const int port = json[u"port"_s].toInt();
    const StudioAnnouncement announcement{
        json[u"id"_s].toString(), oneLine(json[u"name"_s].toString()), static_cast<quint16>(port)};
    if (json[u"callboard"_s].toInt() != version || port <= 0 || port > 65535) return std::nullopt;
    if (QUuid(announcement.id).isNull() || announcement.name.isEmpty()) return std::nullopt;
    return announcement;
}

StudioAnnouncer::StudioAnnouncer(const QString &name, quint16 port, quint16 to, QObject *parent)
    : QObject(parent)
    , m_announcement{QUuid::createUuid().toString(QUuid::WithoutBraces), name, port}
    , m_to(to)
{
    connect(&m_timer, &QTimer::timeout, this, &StudioAnnouncer::announce);
    m_timer.start(interval);
    announce();
}

void StudioAnnouncer::announce()
{
    // A network that takes no broadcast is no failure of hosting: others type the address.
    for (const QHostAddress &address : broadcastAddresses())
        m_socket.writeDatagram(m_announcement.toDatagram(), address, m_to);
}

StudioDiscovery::StudioDiscovery(quint16 port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &StudioDiscovery::hear);
    connect(&m_sweep, &QTimer::timeout, this, &StudioDiscovery::forgetSilent);
}

bool StudioDiscovery::setOn(bool on)
{
    if (on == isOn()) return true;
    if (!on) {
        m_socket.close();
        m_sweep.stop();
        m_heard.clear();
        return true;
    }
    m_sweep.start(interval);
    return m_socket.bind(QHostAddress::AnyIPv4, m_port, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint);
}

QList<FoundStudio> StudioDiscovery::studios() const
{
    QList<FoundStudio> studios;
    for (const Heard &heard : m_heard) studios << heard.studio;
    std::sort(studios.begin(), studios.end(),
        [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return studios;
}

void StudioDiscovery::hear()
{
    bool isNews = false;
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_socket.receiveDatagram(longestDatagram + 1);
        const auto said = StudioAnnouncement::fromDatagram(datagram.data());
        if (!said) continue;
        const QString sender = QHostAddress(datagram.senderAddress().toIPv4Address()).toString();
        const FoundStudio studio{said->id, said->name, u"%1:%2"_s.arg(sender).arg(said->port)};
        const auto known = std::find_if(
            m_heard.begin(), m_heard.end(), [&](const Heard &heard) { return heard.studio.id == studio.id; });
        if (known != m_heard.end()) {
            known->since.start();
            // One host over several networks: the way that works is kept.
            if (known->studio.name != studio.name) isNews = true;
            known->studio.name = studio.name;
            continue;
        }
        if (m_heard.size() >= mostStudios) continue;
        m_heard << Heard{studio, {}};
        m_heard.last().since.start();
        isNews = true;
    }
    if (isNews) Q_EMIT changed();
}

void StudioDiscovery::forgetSilent()
{
    if (m_heard.removeIf([](const Heard &heard) { return heard.since.hasExpired(silence); }) > 0) Q_EMIT changed();
}

} // namespace callboard::ui
