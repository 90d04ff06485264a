// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/UserSession.h"

#include "ui/gateway/AtWork.h"
#include <QDateTime>
#include <QPointer>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

SignedInPerson personOf(const Json &user)
{
    SignedInPerson person;
    person.id = textOf(user, "id");
    person.fullName = textOf(user, "full_name");
    person.email = textOf(user, "email");
    person.role = textOf(user, "role");
    person.hasAvatar = flagOf(user, "has_avatar");
    person.departmentIds = idsOf(user, "departments");
    return person;
}

// Access tokens of a studio last seven days.
constexpr qint64 usualAge = 24 * 60 * 60 * 1000; // milliseconds
constexpr int usualLook = 60 * 60 * 1000;        // milliseconds

} // namespace

UserSession::UserSession(StudioGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_age(usualAge)
{
    connect(&m_gateway, &StudioGateway::signedOut, this, &UserSession::end);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (QDateTime::currentMSecsSinceEpoch() - m_renewed >= m_age) renew();
    });
    m_look.start(usualLook);
}

void UserSession::setRenewal(qint64 age, int look)
{
    m_age = age;
    m_look.start(look);
}

void UserSession::end()
{
    m_person = {};
    m_refreshToken.clear();
    m_gateway.setAccessToken({});
    Q_EMIT changed();
}

QCoro::Task<UserSession::Outcome> UserSession::signIn(QString email, QString password, QString code)
{
    const QPointer<UserSession> self(this);
    Json credentials = {{"email", email.trimmed().toStdString()}, {"password", password.toStdString()}};
    if (!code.isEmpty()) {
        // Recovery codes are longer than the six digits of an authenticator.
        credentials[code.size() > 6 ? "recovery_code" : "totp"] = code.trimmed().toStdString();
    }
    try {
        const Json answer = co_await m_gateway.post(u"/auth/login"_s, credentials);
        if (self) take(answer);
    } catch (const ApiError &error) {
        const Json &details = error.details();
        if (details.is_object() && details.value("missing_OTP", false)) co_return Outcome::NeedsOneTimeCode;
        if (details.is_object() && details.value("default_password", false)) co_return Outcome::NeedsNewPassword;
        throw;
    }
    co_return Outcome::SignedIn;
}

QCoro::Task<QString> UserSession::newAccessToken(QString refreshToken)
{
    ApiRequest request;
    request.path = u"/auth/refresh-token"_s;
    request.token = std::move(refreshToken);
    const ApiAnswer answer = co_await m_gateway.send(std::move(request));
    co_return textOf(answer.json(), "access_token");
}

QCoro::Task<bool> UserSession::resume(QString refreshToken)
{
    const QPointer<UserSession> self(this);
    try {
        const QString token = co_await newAccessToken(refreshToken);
        if (!self) co_return false;
        m_gateway.setAccessToken(token);
        Json answer = co_await m_gateway.get(u"/auth/authenticated"_s);
        if (!self) co_return false;
        answer["access_token"] = token.toStdString();
        answer["refresh_token"] = refreshToken.toStdString();
        take(answer);
    } catch (const ApiError &error) {
        if (error.isUnreachable()) throw;
        if (self) m_gateway.setAccessToken({});
        co_return false;
    }
    co_return true;
}

/// When it fails, the next look tries again; a session that has ended is told by the next refusal.
QCoro::Task<void> UserSession::renew()
{
    if (m_refreshToken.isEmpty() || m_isRenewing) co_return;
    const QPointer<UserSession> self(this);
    const AtWork renewing(this, m_isRenewing);
    const QString refreshToken = m_refreshToken;
    try {
        const QString token = co_await newAccessToken(refreshToken);
        if (!self || refreshToken != m_refreshToken) co_return; // signed out meanwhile
        m_renewed = QDateTime::currentMSecsSinceEpoch();
        m_gateway.renewAccessToken(token);
    } catch (const ApiError &error) {
        qWarning("The session is not renewed yet: %s", error.what());
    }
}

QCoro::Task<void> UserSession::signOut()
{
    const QPointer<UserSession> self(this);
    try {
        co_await m_gateway.get(u"/auth/logout"_s);
    } catch (const ApiError &) {
        // The studio cannot be told; the token ends by itself. Here the session ends in any case.
    }
    if (self) end();
}

void UserSession::take(const Json &answer)
{
    m_person = personOf(answer.at("user"));
    if (answer.contains("organisation")) m_organisation = textOf(answer.at("organisation"), "name");
    m_refreshToken = textOf(answer, "refresh_token");
    m_renewed = QDateTime::currentMSecsSinceEpoch();
    m_gateway.setAccessToken(textOf(answer, "access_token"));
    Q_EMIT changed();
}

} // namespace callboard::ui
