// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's one way into a studio, hosted in this process or joined over the network: the same
// requests, the same answers, the same events. Lives on the GUI's thread and never blocks it.
#pragma once

#include "ui/gateway/ApiMessage.h"

#include <QCoroTask>
#include <QObject>

namespace callboard::ui {

class StudioGateway : public QObject
{
    Q_OBJECT

public:
    enum class Link { Live, Connecting, Offline };
    Q_ENUM(Link)

    using QObject::QObject;

    /// Carries out a request. Throws ApiError for a refusal (status ≥ 400) and when nothing answers.
    /// The asking page may be gone when it resumes: keep a QPointer to it across co_await.
    QCoro::Task<ApiAnswer> send(ApiRequest request);

    QCoro::Task<Json> get(QString path, QUrlQuery query = {});
    QCoro::Task<Json> post(QString path, Json body);
    QCoro::Task<Json> put(QString path, Json body);
    QCoro::Task<Json> remove(QString path, QUrlQuery query = {});
    /// The bytes of a picture, movie or other file.
    QCoro::Task<QByteArray> download(QString path);

    /// The token sent with each request; empty: a stranger. Starts or ends hearing events.
    void setAccessToken(const QString &token);
    /// Another token of the same person: what is heard goes on.
    void renewAccessToken(const QString &token);
    const QString &accessToken() const { return m_accessToken; }

    Link link() const { return m_link; }
    /// Where the studio is, in words for the status bar: "This computer", "studio-nord.local:8443".
    virtual QString place() const = 0;
    /// A file of the studio that this process may read without the network; empty when joined.
    virtual bool isHostedHere() const = 0;

Q_SIGNALS:
    /// Something changed in the studio, told after it was made durable: "task:update" and its identifiers.
    void eventHeard(const QString &name, const callboard::Json &payload);
    void linkChanged(callboard::ui::StudioGateway::Link link);
    /// The token has ended (expired, revoked, person inactive): sign in again.
    void signedOut();

protected:
    /// Sends and gives whatever answer comes; throws ApiError only when nothing answers.
    virtual QCoro::Task<ApiAnswer> transmit(ApiRequest request) = 0;
    virtual void tokenChanged() = 0;
    virtual void tokenRenewed() {}
    void setLink(Link link);

private:
    QString m_accessToken;
    Link m_link = Link::Connecting;
};

} // namespace callboard::ui
