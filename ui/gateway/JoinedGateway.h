// SPDX-License-Identifier: GPL-3.0-or-later
// A studio on another machine: HTTP for requests, Socket.IO for events.
#pragma once

#include "ui/gateway/EventClient.h"
#include "ui/gateway/StudioGateway.h"

#include <QNetworkAccessManager>
#include <QUrl>

class QNetworkReply;

namespace callboard::ui {

class JoinedGateway final : public StudioGateway
{
    Q_OBJECT

public:
    /// `server` is the address as typed or found: "studio-nord.local:8443", "https://…". Without a scheme
    /// it is http.
    explicit JoinedGateway(const QString &server, QObject *parent = nullptr);

    QString place() const override;
    bool isHostedHere() const override { return false; }
    const QUrl &server() const { return m_server; }

    /// The address as a URL; invalid when it cannot be one.
    static QUrl urlOf(const QString &address);

protected:
    QCoro::Task<ApiAnswer> transmit(ApiRequest request) override;
    void tokenChanged() override;
    void tokenRenewed() override;

private:
    QNetworkReply *start(const ApiRequest &request);

    QUrl m_server;
    QNetworkAccessManager m_network;
    EventClient m_events;
};

} // namespace callboard::ui
