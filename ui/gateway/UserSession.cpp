// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/UserSession.h"

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

} // namespace

UserSession::UserSession(StudioGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    connect(&m_gateway, &StudioGateway::signedOut, this, [this] {
        m_person = {};
        m_refreshToken.clear();
        m_gateway.setAccessToken({});
        Q_EMIT changed();
    });
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

QCoro::Task<bool> UserSession::resume(QString refreshToken)
{
    const QPointer<UserSession> self(this);
    m_gateway.setAccessToken(refreshToken);
    try {
        const Json renewed = co_await m_gateway.get(u"/auth/refresh-token"_s);
        if (!self) co_return false;
        m_gateway.setAccessToken(textOf(renewed, "access_token"));
        Json answer = co_await m_gateway.get(u"/auth/authenticated"_s);
        if (!self) co_return false;
        answer["access_token"] = renewed["access_token"];
        answer["refresh_token"] = refreshToken.toStdString();
        take(answer);
    } catch (const ApiError &error) {
        if (error.isUnreachable()) throw;
        if (self) m_gateway.setAccessToken({});
        co_return false;
    }
    co_return true;
}

QCoro::Task<void> UserSession::signOut()
{
    const QPointer<UserSession> self(this);
    try {
        co_await m_gateway.get(u"/auth/logout"_s);
    } catch (const ApiError &) {
        // The studio cannot be told; the token ends by itself. Here the session ends in any case.
    }
    if (!self) co_return;
    m_person = {};
    m_refreshToken.clear();
    m_gateway.setAccessToken({});
    Q_EMIT changed();
}

void UserSession::take(const Json &answer)
{
    m_person = personOf(answer.at("user"));
    if (answer.contains("organisation")) m_organisation = textOf(answer.at("organisation"), "name");
    m_refreshToken = textOf(answer, "refresh_token");
    m_gateway.setAccessToken(textOf(answer, "access_token"));
    Q_EMIT changed();
}

} // namespace callboard::ui
