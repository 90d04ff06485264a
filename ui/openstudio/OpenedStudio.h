// SPDX-License-Identifier: GPL-3.0-or-later
// A studio that this window has open: the gateway to it, who is signed in, what is known by heart, and,
// when it lies on this computer, whether it is hosted for the team. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"
#include "ui/gateway/UserSession.h"
#include "ui/openstudio/PictureStore.h"
#include "ui/openstudio/Presence.h"
#include "ui/openstudio/StudioDirectory.h"
#include "ui/outbox/Outbox.h"
#include "ui/outbox/PublishQueue.h"

#include <memory>

namespace callboard {
class Studio;
namespace server {
class HttpServer;
}
} // namespace callboard

namespace callboard::ui {

class StudioAnnouncer;

class OpenedStudio final : public QObject
{
    Q_OBJECT

public:
    /// Opens the studio in that folder (made when missing) off the GUI's thread. Throws ApiError (status 0)
    /// with the reason.
    static QCoro::Task<std::unique_ptr<OpenedStudio>> openHere(QString folder, bool withDemo);
    /// Joins a studio by its address; asks it whether it is one. Throws ApiError.
    static QCoro::Task<std::unique_ptr<OpenedStudio>> join(QString address);
    ~OpenedStudio() override;

    StudioGateway &gateway() { return *m_gateway; }
    UserSession &session() { return m_session; }
    /// Through which plain editing goes out, so that it goes on when the studio cannot be reached.
    Outbox &outbox() { return m_outbox; }
    PublishQueue &publishing() { return m_publishing; }
    PictureStore &pictures() { return m_pictures; }
    StudioDirectory &directory() { return m_directory; }
    Presence &presence() { return m_presence; }

    /// Folder, or address.
    const QString &location() const { return m_location; }
    bool isHere() const { return m_studio != nullptr; }
    /// Nobody can sign in yet: the first person makes the studio's administrator.
    bool needsAdministrator() const { return m_needsAdministrator; }
    QCoro::Task<void> makeAdministrator(QString email, QString password);

    /// Hosting for the team: others reach this studio over the network while it is on, and start pages list it.
    bool isShared() const { return m_server != nullptr; }
    /// Throws ApiError when the port is taken.
    void share(quint16 port);
    void stopSharing();
    /// "192.168.1.24:8080" for the others; empty when not shared.
    QString sharedAddress() const;

Q_SIGNALS:
    void sharingChanged();

private:
    OpenedStudio(std::unique_ptr<StudioGateway> gateway, QString location, std::shared_ptr<Studio> studio);

    QString m_location;
    std::shared_ptr<Studio> m_studio; // null when joined
    std::unique_ptr<StudioGateway> m_gateway;
    UserSession m_session;
    Outbox m_outbox;
    PublishQueue m_publishing;
    PictureStore m_pictures;
    StudioDirectory m_directory;
    Presence m_presence;
    std::unique_ptr<server::HttpServer> m_server;
    std::unique_ptr<StudioAnnouncer> m_announcer; // while it is shared
    bool m_needsAdministrator = false;
};

} // namespace callboard::ui
