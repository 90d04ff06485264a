// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/OneTimeTokens.h"

#include "core/domain/secrets/Passwords.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <sodium.h>

namespace callboard::auth {

namespace {

struct Kind
{
    const char *name;
    std::int64_t life; // seconds
};

Kind kindOf(TokenPurpose purpose)
{
    switch (purpose) {
    case TokenPurpose::ResetPassword: return {"reset", 2 * 3600};
    case TokenPurpose::Invitation: return {"invitation", 7 * 24 * 3600};
    case TokenPurpose::KeyChallenge: return {"key_challenge", 5 * 60};
    case TokenPurpose::EmailCode: break;
    }
    return {"email_code", 5 * 60};
}

std::string lowered(const std::string &email)
{
    return QString::fromStdString(email).toLower().toStdString();
}

/// The token's own randomness makes a slow hash needless; purpose and address keep it from other uses. Codes
/// of six digits are kept from guessing by their short life and the limit of tries.
std::string hashOf(const Kind &kind, const std::string &email, const std::string &token)
{
    const std::string text = std::string(kind.name) + '\n' + lowered(email) + '\n' + token;
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string sixDigits()
{
    std::string digits = std::to_string(randombytes_uniform(1'000'000));
    return std::string(6 - digits.size(), '0') + digits;
}

std::string later(const std::string &now, std::int64_t seconds)
{
    const auto moment = QDateTime::fromString(QString::fromStdString(now.substr(0, 19)) + u'Z', Qt::ISODate);
    return moment.addSecs(seconds).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.000000")).toStdString();
}

} // namespace

std::string newOneTimeToken(api::Writing &writing, TokenPurpose purpose, const std::string &email)
{
    const Kind kind = kindOf(purpose);
    const std::string token = purpose == TokenPurpose::EmailCode ? sixDigits() : secrets::randomToken();
    writing.database.change("DELETE FROM one_time_token WHERE expires_at < ? OR (purpose = ? AND email = ?)",
        writing.now, kind.name, lowered(email));
    writing.database.change("INSERT INTO one_time_token (token_hash, purpose, email, expires_at) VALUES (?, ?, ?, ?)",
        hashOf(kind, email, token), kind.name, lowered(email), later(writing.now, kind.life));
    return token;
}

bool spendOneTimeToken(api::Writing &writing, TokenPurpose purpose, const std::string &email, const std::string &token)
{
    const Kind kind = kindOf(purpose);
    return writing.database.change("DELETE FROM one_time_token WHERE token_hash = ? AND expires_at >= ?",
               hashOf(kind, email, token), writing.now)
        > 0;
}

} // namespace callboard::auth
