// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/secrets/IssuedTokens.h"

#include "core/domain/secrets/Tokens.h"

#include <QDateTime>

#include <chrono>

namespace callboard::secrets {

namespace {

constexpr std::int64_t hundredYears = 100LL * 365 * 24 * 3600;

std::int64_t endOfDay(const std::string &date)
{
    return QDateTime::fromString(QString::fromStdString(date) + QStringLiteral("T00:00:00Z"), Qt::ISODate)
               .toSecsSinceEpoch()
        + 24 * 3600;
}

} // namespace

std::int64_t presentSecond()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

void endSessions(api::Writing &writing, const std::string &personId)
{
    const auto now = presentSecond();
    writing.database.change("INSERT INTO session_end (person_id, ended_at) VALUES (?, ?) "
                            "ON CONFLICT (person_id) DO UPDATE SET ended_at = excluded.ended_at",
        personId, now);
    tellSessionEnded(writing, personId);
}

void tellSessionEnded(api::Writing &writing, const std::string &personId)
{
    api::Event ended;
    ended.name = "callboard:session-ended";
    ended.personId = personId;
    ended.isKept = false;
    writing.tell(std::move(ended));
}

std::string newScriptToken(
    api::Writing &writing, const std::string &personId, bool isBot, const std::optional<std::string> &expirationDate)
{
    const auto now = presentSecond();
    secrets::TokenClaims claims{personId, writing.newId(), "access", isBot ? "bot" : "person_api", now,
        expirationDate ? endOfDay(*expirationDate) : now + hundredYears};
    writing.database.change("UPDATE person SET jti = ? WHERE id = ?", claims.tokenId, personId);
    return secrets::makeToken(writing.services.tokenKey, claims);
}

} // namespace callboard::secrets
