// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/SetPassword.h"

#include "core/api/Fields.h"
#include "core/domain/auth/FailedTries.h"
#include "core/domain/auth/Mail.h"
#include "core/domain/auth/OneTimeTokens.h"
#include "core/domain/secrets/Passwords.h"
#include "core/domain/auth/SecondFactor.h"
#include "core/domain/people/PersonFields.h"
#include "core/domain/people/Persons.h"
#include "core/records/Record.h"

#include <QString>

namespace callboard::auth {

namespace {

void requireNewPassword(const std::string &password, const std::string &again)
{
    if (password != again) throw api::badRequest("The two passwords differ.");
    if (password.size() < secrets::leastPasswordLength)
        throw api::badRequest("A password has " + std::to_string(secrets::leastPasswordLength) + " characters or more.");
}

struct Account
{
    std::string id;
    std::string email;
    std::string role;
    std::string passwordHash;
    bool isActive = false;
    bool isBot = false;
};

constexpr const char *accountColumns = "SELECT id, email, role, password, active, is_bot FROM person WHERE ";

std::optional<Account> readAccount(store::Rows rows)
{
    if (!rows.next()) return std::nullopt;
    return Account{rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.boolean(4), rows.boolean(5)};
}

std::optional<Account> accountOfAddress(store::Connection &database, const std::string &email)
{
    return readAccount(database.query(
        std::string(accountColumns) + "lower(email) = lower(?) AND NOT is_bot ORDER BY active DESC, id LIMIT 1",
        email));
}

/// The person in the path, whom an administrator is about to help; bots have no password.
Account helpedPerson(api::Working &working, const api::Request &request)
{
    auto account =
        readAccount(working.database.query(std::string(accountColumns) + "id = ?", request.pathId("person_id")));
    if (!account) throw api::notFound("The person");
    if (account->isBot) throw api::forbidden("Bots have no password.");
    return *account;
}

void storePassword(api::Writing &writing, const std::string &personId, const std::string &hash)
{
    writing.database.change("UPDATE person SET password = ?, updated_at = ? WHERE id = ?", hash, writing.now, personId);
}

api::Response success()
{
    return api::json({{"success", true}});
}

} // namespace

api::Response registerPerson(api::Working &working, api::Request &request)
{
    const api::Fields fields(request);
    const std::string email = fields.text("email", "User email is missing.");
    const std::string password = fields.text("password", "Password is missing.");
    const std::string again = fields.text("password_2", "Confirmation password is missing.");
    const std::string firstName = fields.text("first_name", "First name is missing.");
    const std::string lastName = fields.text("last_name", "Last name is missing.");
    if (!people::isMailAddress(email)) throw api::badRequest("This is no mail address.");
    requireNewPassword(password, again);
    const Json person = {{"email", QString::fromStdString(email).toLower().toStdString()}, {"first_name", firstName},
        {"last_name", lastName}, {"password", secrets::hashPassword(password)}, {"role", "user"}, {"phone", ""},
        {"desktop_login", ""}};
    return working.write([&](api::Writing &writing) {
        people::requireFreeAddress(writing, email);
        const Json made = records::insert(writing, "person", person);
        writing.tell("person:new", {{"person_id", made["id"]}});
        return api::json({{"registration_success", true}}, 201);
    });
}

api::Response changeOwnPassword(api::Working &working, api::Request &request)
{
    if (working.caller.isBot) throw api::forbidden("Bots have no password.");
    const api::Fields fields(request);
    const std::string oldPassword = fields.text("old_password", "Old password is missing.");
    const std::string password = fields.text("password", "New password is missing.");
    const std::string again = fields.text("password_2", "New password confirmation is missing.");
    const auto account = readAccount(working.database.query(std::string(accountColumns) + "id = ?", working.caller.id));
    if (!account) throw api::notFound("The person");
    const auto before = beginTry(working, account->id);
    if (!before) throw api::badRequest("Too many wrong tries; wait a minute.");
    const bool isRight =
        account->passwordHash.empty() ? oldPassword == secrets::defaultPassword : secrets::isPassword(oldPassword, account->passwordHash);
    if (!isRight) throw api::badRequest("The old password is wrong.");
    try {
        requireNewPassword(password, again);
    } catch (const api::Error &) {
        working.write([&](api::Writing &writing) {
            forgetTries(writing, account->id, *before); // the old password was right
            return api::noContent();
        });
        throw;
    }
    const std::string hash = secrets::hashPassword(password);
    return working.write([&](api::Writing &writing) {
        forgetTries(writing, account->id, *before);
        storePassword(writing, account->id, hash);
        return success();
    });
}

api::Response requestPasswordReset(api::Working &working, api::Request &request)
{
    const auto account =
        accountOfAddress(working.database, api::Fields(request).text("email", "User email is missing."));
    if (!account) throw api::badRequest("This address is not known here.");
    if (!account->isActive) throw api::badRequest("This account is not active.");
    std::string token;
    working.write([&](api::Writing &writing) {
        token = newOneTimeToken(writing, TokenPurpose::ResetPassword, account->email);
        return api::noContent();
    });
    sendLetter({account->email, "Set a new password",
        "Somebody asked to set a new password for this address. If it was not you, there is nothing to do.\n\n"
        "The code to set it, good for two hours and once:\n\n"
            + token + "\n"});
    return api::json({{"success", "Reset token sent"}});
}

api::Response resetPassword(api::Working &working, api::Request &request)
{
    const api::Fields fields(request);
    const std::string email = fields.text("email", "User email is missing.");
    const std::string token = fields.text("token", "Token is missing.");
    const std::string password = fields.text("password", "New password is missing.");
    const auto again = fields.optionalText("password2"); // its older name
    requireNewPassword(password, again ? *again : fields.text("password_2", "New password confirmation is missing."));
    const std::string hash = secrets::hashPassword(password);
    return working.write([&](api::Writing &writing) {
        const auto account = accountOfAddress(writing.database, email);
        const bool isRight = account
            && (spendOneTimeToken(writing, TokenPurpose::ResetPassword, account->email, token)
                || spendOneTimeToken(writing, TokenPurpose::Invitation, account->email, token));
        if (!isRight) throw api::badRequest("The token is wrong or too old.");
        if (!account->isActive) throw api::badRequest("This account is not active.");
        storePassword(writing, account->id, hash);
        return success();
    });
}

api::Response setPasswordOf(api::Working &working, api::Request &request)
{
    const Account account = helpedPerson(working, request);
    const api::Fields fields(request);
    const std::string password = fields.text("password", "New password is missing.");
    requireNewPassword(password, fields.text("password_2", "New password confirmation is missing."));
    if (account.role == "admin" && account.id != working.caller.id)
        throw api::forbidden("Administrators set their own password.");
    const std::string hash = secrets::hashPassword(password);
    return working.write([&](api::Writing &writing) {
        storePassword(writing, account.id, hash);
        return success();
    });
}

api::Response invitePerson(api::Working &working, api::Request &request)
{
    const Account account = helpedPerson(working, request);
    std::string token;
    working.write([&](api::Writing &writing) {
        token = newOneTimeToken(writing, TokenPurpose::Invitation, account.email);
        return api::noContent();
    });
    sendLetter({account.email, "You are invited",
        "You are invited to the studio. Set a password to begin.\n\n"
        "The code to set it, good for seven days and once:\n\n"
            + token + "\n"});
    return api::json({{"success", true}, {"message", "Email sent"}});
}

} // namespace callboard::auth
