// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in at a studio, from sign-in to sign-out. GUI thread.
#pragma once

#include "ui/gateway/StudioGateway.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace callboard::ui {

/// The person who uses the window, with the role that decides what is offered.
struct SignedInPerson
{
    QString id;
    QString fullName;
    QString email;
    QString role; // "admin", "manager", "supervisor", "user", "client", "vendor"
    QStringList departmentIds;
    bool hasAvatar = false;

    bool isAdmin() const { return role == QStringLiteral("admin"); }
    bool isManager() const { return isAdmin() || role == QStringLiteral("manager"); }
    bool isSupervisor() const { return isManager() || role == QStringLiteral("supervisor"); }
    bool isClient() const { return role == QStringLiteral("client"); }
    /// Everyone but clients and vendors.
    bool isStaff() const { return !isClient() && role != QStringLiteral("vendor"); }
};

class UserSession final : public QObject
{
    Q_OBJECT

public:
    /// How a sign-in went when it was not refused outright.
    enum class Outcome { SignedIn, NeedsOneTimeCode, NeedsNewPassword };

    explicit UserSession(StudioGateway &gateway, QObject *parent = nullptr);

    /// Signs in; `code` is the one-time code when the first answer asked for one. Throws ApiError.
    QCoro::Task<Outcome> signIn(QString email, QString password, QString code = {});
    /// Takes up a session with a kept refresh token. False when it has ended. Throws ApiError when unreachable.
    QCoro::Task<bool> resume(QString refreshToken);
    /// Milliseconds: how old the access token becomes before it is renewed, and between looks at its age. The usual
    /// ones keep a window signed in that stays open for weeks.
    void setRenewal(qint64 age, int look);
    /// Ends the session at the studio too.
    QCoro::Task<void> signOut();

    bool isSignedIn() const { return !m_person.id.isEmpty(); }
    const SignedInPerson &person() const { return m_person; }
    const QString &organisation() const { return m_organisation; }
    /// To be kept in the keyring: takes up the session at the next start.
    const QString &refreshToken() const { return m_refreshToken; }
    StudioGateway &gateway() { return m_gateway; }

Q_SIGNALS:
    void changed();

private:
    void take(const Json &answer);
    void end();
    QCoro::Task<QString> newAccessToken(QString refreshToken);
    QCoro::Task<void> renew();

    StudioGateway &m_gateway;
    SignedInPerson m_person;
    QString m_organisation;
    QString m_refreshToken;
    QTimer m_look;
    qint64 m_age;         // milliseconds at which the access token is renewed
    qint64 m_renewed = 0; // milliseconds since 1970: a computer that slept is asked by the clock
    bool m_isRenewing = false;
};

} // namespace callboard::ui
