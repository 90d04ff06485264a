// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/FailedTries.h"

#include <QDateTime>

namespace callboard::auth {

namespace {

constexpr std::int64_t allowedTries = 5;
constexpr int closedSeconds = 60;

bool isRecent(const std::string &moment, const std::string &now)
{
    const auto read = [](const std::string &text) {
        return QDateTime::fromString(QString::fromStdString(text.substr(0, 19)), Qt::ISODate);
    };
    return read(moment).secsTo(read(now)) < closedSeconds;
}

void setTries(api::Writing &writing, const std::string &personId, std::int64_t failed,
    const std::optional<std::string> &lastFailed)
{
    writing.database.change(
        "UPDATE person SET login_failed_attemps = ?, last_login_failed = ? WHERE id = ?", failed, lastFailed, personId);
}

} // namespace

std::optional<Tries> beginTry(api::Working &working, const std::string &personId)
{
    std::optional<Tries> tries;
    working.write([&](api::Writing &writing) {
        auto person = writing.database.query(
            "SELECT COALESCE(login_failed_attemps, 0), last_login_failed FROM person WHERE id = ?", personId);
        if (!person.next()) throw api::notFound("The person");
        const Tries before{person.integer(0), person.optionalString(1)};
        if (before.failed >= allowedTries && before.lastFailed && isRecent(*before.lastFailed, writing.now))
            return api::noContent();
        setTries(writing, personId, before.failed + 1, writing.now);
        tries = before;
        return api::noContent();
    });
    return tries;
}

void takeBackTry(api::Writing &writing, const std::string &personId, const Tries &before)
{
    setTries(writing, personId, before.failed, before.lastFailed);
}

void forgetTries(api::Writing &writing, const std::string &personId, const Tries &before)
{
    setTries(writing, personId, 0, before.lastFailed);
}

} // namespace callboard::auth
