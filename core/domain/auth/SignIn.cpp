// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/SignIn.h"

#include "core/api/Fields.h"
#include "core/domain/auth/FailedTries.h"
#include "core/domain/auth/OneTimeTokens.h"
#include "core/domain/secrets/Passwords.h"
#include "core/domain/auth/SecondFactor.h"
#include "core/domain/auth/Sessions.h"
#include "core/domain/people/Organisation.h"
#include "core/domain/people/PersonJson.h"
#include "core/records/Record.h"

namespace callboard::auth {

namespace {

struct Account
{
    std::string id;
    std::string email;
    std::optional<std::string> passwordHash;
    bool isActive = false;
};

std::optional<Account> findAccount(store::Connection &database, const std::string &login)
{
    if (login.empty()) return std::nullopt;
    // Where an address and somebody's desktop login are the same, the address counts.
    auto person =
        database.query("SELECT id, email, password, active FROM person"
                       " WHERE NOT is_bot AND (lower(email) = lower(?) OR desktop_login = ?)"
                       " ORDER BY CASE WHEN lower(email) = lower(?) THEN 0 ELSE 1 END, active DESC, id LIMIT 1",
            login, login, login);
    if (!person.next()) return std::nullopt;
    return Account{person.string(0), person.string(1), person.optionalString(2), person.boolean(3)};
}

api::Error refused(int status, const std::string &message, Json details = Json::object())
{
    details["login"] = false;
    return api::Error(status, message, std::move(details));
}

api::Error wrongCredentials()
{
    return refused(400, "The address or the password is wrong.");
}

/// The hash that an unknown account is compared with, so that it takes as long as a known one.
const std::string &strangersHash()
{
    static const std::string hash = secrets::hashPassword(secrets::randomToken());
    return hash;
}

bool isRightPassword(const Account &account, const std::string &password)
{
    if (!account.passwordHash || account.passwordHash->empty()) {
        secrets::isPassword(password, strangersHash());
        return password == secrets::defaultPassword;
    }
    return secrets::isPassword(password, *account.passwordHash);
}

[[noreturn]] void askForNewPassword(api::Working &working, const Account &account, const Tries &before)
{
    std::string token;
    working.write([&](api::Writing &writing) {
        takeBackTry(writing, account.id, before);
        token = newOneTimeToken(writing, TokenPurpose::ResetPassword, account.email);
        return api::noContent();
    });
    throw refused(400, "Choose a password of your own first.", {{"default_password", true}, {"token", token}});
}

void requireSecondFactor(api::Working &working, const Account &account, const api::Fields &shown, const Tries &before,
    std::function<void(api::Writing &)> &spend)
{
    const SecondFactors factors = secondFactorsOf(working.database, account.id);
    if (!factors.any()) return;
    switch (checkSecondFactor(working, factors, shown, spend)) {
    case Proof::Right: return;
    case Proof::Wrong: throw refused(400, "The code is wrong.", {{"wrong_OTP", true}});
    case Proof::Missing: break;
    }
    working.write([&](api::Writing &writing) {
        takeBackTry(writing, account.id, before);
        return api::noContent();
    });
    throw refused(400, "A second factor is needed.",
        {{"missing_OTP", true},
            {"preferred_two_factor_authentication", factors.preferred.empty() ? Json() : Json(factors.preferred)},
            {"two_factor_authentication_enabled", factors.enabledNames()}});
}

Json personAtSignIn(store::Connection &database, const std::string &id)
{
    Json person = *people::findPerson(database, id, people::PersonForm::Record);
    auto jti = database.query("SELECT jti FROM person WHERE id = ?", id);
    jti.next();
    person["jti"] = jti.isNull(0) ? Json() : Json(jti.string(0)); // names the newest script token, does not make it
    return person;
}

/// A change: the login is kept, the tries are forgotten, and the session begins.
api::Response beginSession(
    api::Writing &writing, const api::Request &request, const Account &account, const Tries &before, const Json &person)
{
    forgetTries(writing, account.id, before);
    records::insert(writing, "login_log",
        {{"person_id", account.id}, {"ip_address", request.remoteAddress}, {"origin", isFromBrowser(request) ? "web" : "script"}});
    Json answer = newSession(writing, account.id);
    const Json session = answer;
    answer["user"] = person;
    answer["organisation"] = people::organisationFor(writing.database, person["role"] == "admin");
    answer["login"] = true;
    api::Response response = api::json(answer);
    giveCookies(writing, request, session, response);
    return response;
}

} // namespace

api::Response signIn(api::Working &working, api::Request &request)
{
    const api::Fields fields(request);
    const std::string login = fields.text("email", "User email is missing.");
    const std::string password = fields.optionalText("password").value_or("");
    const auto account = findAccount(working.database, login);
    if (!account) {
        secrets::isPassword(password, strangersHash());
        throw wrongCredentials();
    }
    if (!account->isActive) {
        isRightPassword(*account, password);
        throw refused(401, "This account is not active.");
    }
    const Json person = personAtSignIn(working.database, account->id);
    const auto before = beginTry(working, account->id);
    if (!before) throw refused(400, "Too many wrong tries; wait a minute.", {{"too_many_failed_login_attemps", true}});
    if (!isRightPassword(*account, password)) throw wrongCredentials();
    if (password == secrets::defaultPassword) askForNewPassword(working, *account, *before);
    std::function<void(api::Writing &)> spend;
    requireSecondFactor(working, *account, fields, *before, spend);
    return working.write([&](api::Writing &writing) {
        if (spend) spend(writing);
        return beginSession(writing, request, *account, *before, person);
    });
}

} // namespace callboard::auth
