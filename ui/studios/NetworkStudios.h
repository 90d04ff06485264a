// SPDX-License-Identifier: GPL-3.0-or-later
// Studios that are hosted on the local network: told by a small UDP broadcast every two seconds while they are
// shared, and heard by start pages. The broadcast says name and port, nothing secret; signing in comes later, over
// the connection itself. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUdpSocket>

#include <optional>

namespace callboard::ui {

/// Where announcements go unless a test chooses another port.
constexpr quint16 announcementPort = 48484;

/// What a datagram says.
struct StudioAnnouncement
{
    QString id;   // drawn when hosting begins: the same over several networks
    QString name; // at most 80 letters, one line
    quint16 port = 0;

    QByteArray toDatagram() const;
    /// Nothing when the bytes are no announcement of a version that is known here.
    static std::optional<StudioAnnouncement> fromDatagram(const QByteArray &bytes);
};

/// Announces while it lives.
class StudioAnnouncer final : public QObject
{
    Q_OBJECT

public:
    StudioAnnouncer(const QString &name, quint16 port, quint16 to = announcementPort, QObject *parent = nullptr);

private:
    void announce();

    StudioAnnouncement m_announcement;
    quint16 m_to;
    QUdpSocket m_socket;
    QTimer m_timer;
};

struct FoundStudio
{
    QString id;
    QString name;
    QString address; // "192.168.1.37:8080": the sender's own, never one that it claims
    bool operator==(const FoundStudio &) const = default;
};

/// Hears announcements while it is switched on.
class StudioDiscovery final : public QObject
{
    Q_OBJECT

public:
    explicit StudioDiscovery(quint16 port = announcementPort, QObject *parent = nullptr);

    /// False when the port cannot be heard; error() says why. Off forgets all, without telling.
    bool setOn(bool on);
    bool isOn() const { return m_socket.state() == QAbstractSocket::BoundState; }
    QString error() const { return m_socket.errorString(); }
    /// By name; those that have been silent for eight seconds are gone.
    QList<FoundStudio> studios() const;

Q_SIGNALS:
    void changed();

private:
    struct Heard
    {
        FoundStudio studio;
        QElapsedTimer since;
    };
    void hear();
    void forgetSilent();

    quint16 m_port;
    QUdpSocket m_socket;
    QTimer m_sweep;
    QList<Heard> m_heard;
};

} // namespace callboard::ui
