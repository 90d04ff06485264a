// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/ManageFactors.h"

#include "core/domain/auth/FailedTries.h"
#include "core/domain/auth/Mail.h"
#include "core/domain/auth/OneTimeCodes.h"
#include "core/domain/auth/OneTimeTokens.h"
#include "core/domain/auth/RecoveryCodes.h"
#include "core/domain/auth/Sessions.h"
#include "core/domain/secrets/IssuedTokens.h"
#include "core/domain/people/Organisation.h"
#include "core/records/Record.h"

namespace callboard::auth {

namespace {

void refuseBots(const api::Reading &reading)
{
    if (reading.caller.isBot) throw api::forbidden("Bots have no second factor.");
}

api::Error notEnabled()
{
    return api::badRequest("This second factor is not enabled.");
}

std::string jsonPlace(const api::Writing &writing)
{
    return std::string(store::fragment::jsonPlaceholder(writing.database.dialect()));
}

void mailCode(api::Working &working, const std::string &email)
{
    std::string code;
    working.write([&](api::Writing &writing) {
        code = newOneTimeToken(writing, TokenPurpose::EmailCode, email);
        return api::noContent();
    });
    sendLetter({email, "Your code", "Your code, good for five minutes: " + code + "\n"});
}

api::Response switchedOff(api::Working &working, const std::string &factor, api::Request &request)
{
    const SecondFactors factors = secondFactorsOf(working.database, working.caller.id);
    const bool isOn = factor == "totp" ? factors.hasTotp : factors.hasEmailCode;
    if (!isOn) throw notEnabled();
    const auto spend = requireProof(working, factors, api::Fields(request));
    return working.write([&](api::Writing &writing) {
        spend(writing);
        switchOff(writing, working.caller.id, factor);
        return api::json({{"success", true}});
    });
}

} // namespace

std::function<void(api::Writing &)> requireProof(
    api::Working &working, const SecondFactors &factors, const api::Fields &shown)
{
    const std::string id = factors.personId;
    const auto before = beginTry(working, id);
    if (!before) throw api::badRequest("Too many wrong tries; wait a minute.");
    std::function<void(api::Writing &)> spend;
    const Proof proof = checkSecondFactor(working, factors, shown, spend);
    if (proof == Proof::Missing)
        working.write([&](api::Writing &writing) {
            takeBackTry(writing, id, *before);
            return api::noContent();
        });
    if (proof != Proof::Right) throw wrongCode();
    // The last wrong try stays known; their number begins anew.
    return [id, before = *before, spend](api::Writing &writing) {
        if (spend) spend(writing);
        forgetTries(writing, id, before);
    };
}

api::Response switchOn(api::Working &working, const std::string &factor, std::function<void(api::Writing &)> alongside)
{
    const std::string id = working.caller.id;
    const bool isFirst = !secondFactorsOf(working.database, id).any();
    const auto codes = isFirst ? std::optional(newRecoveryCodes()) : std::nullopt;
    return working.write([&](api::Writing &writing) {
        if (secondFactorsOf(writing.database, id).any() == isFirst)
            throw api::conflict("Another second factor was switched on meanwhile; try again.");
        if (alongside) alongside(writing);
        writing.database.change("UPDATE person SET " + factor
                + "_enabled = TRUE, updated_at = ?,"
                  " preferred_two_factor_authentication = COALESCE(preferred_two_factor_authentication, ?) WHERE id = ?",
            writing.now, factor, id);
        if (codes)
            writing.database.change("UPDATE person SET otp_recovery_codes = " + jsonPlace(writing) + " WHERE id = ?",
                toText(codes->hashes), id);
        writing.tell("person:update", {{"person_id", id}});
        return api::json({{"otp_recovery_codes", codes ? Json(codes->codes) : Json()}});
    });
}

void switchOff(api::Writing &writing, const std::string &personId, const std::string &factor)
{
    const std::string secret = factor == "fido" ? "" : ", " + factor + "_secret = NULL";
    writing.database.change(
        "UPDATE person SET " + factor + "_enabled = FALSE" + secret + ", updated_at = ? WHERE id = ?", writing.now,
        personId);
    const SecondFactors left = secondFactorsOf(writing.database, personId);
    const std::string next = left.hasTotp ? "totp" : left.hasEmailCode ? "email_otp" : "fido";
    if (!left.any())
        writing.database.change("UPDATE person SET otp_recovery_codes = NULL,"
                                " preferred_two_factor_authentication = NULL WHERE id = ?",
            personId);
    else if (left.preferred == factor)
        writing.database.change(
            "UPDATE person SET preferred_two_factor_authentication = ? WHERE id = ?", next, personId);
    writing.tell("person:update", {{"person_id", personId}});
}

SecondFactors factorsOfAddress(store::Connection &database, const std::string &email)
{
    auto person = database.query(
        "SELECT id FROM person WHERE lower(email) = lower(?) AND NOT is_bot ORDER BY active DESC, id LIMIT 1", email);
    if (!person.next()) throw api::notFound("The person");
    return secondFactorsOf(database, person.string(0));
}

api::Response prepareTotp(api::Writing &writing, api::Request &)
{
    refuseBots(writing);
    const SecondFactors factors = secondFactorsOf(writing.database, writing.caller.id);
    if (factors.hasTotp) throw api::badRequest("Codes from an application are enabled already.");
    const std::string secret = newTotpSecret();
    writing.database.change("UPDATE person SET totp_secret = ? WHERE id = ?", secret, writing.caller.id);
    const std::string issuer = "Callboard " + people::organisationFor(writing).value("name", "");
    return api::json({{"totp_provisionning_uri", totpAddress(issuer, factors.email, secret)}, {"otp_secret", secret}});
}

api::Response enableTotp(api::Working &working, api::Request &request)
{
    refuseBots(working);
    const std::string code = api::Fields(request).text("totp");
    const SecondFactors factors = secondFactorsOf(working.database, working.caller.id);
    if (factors.hasTotp) throw api::badRequest("Codes from an application are enabled already.");
    if (factors.totpSecret.empty() || !isTotpCode(factors.totpSecret, code, secrets::presentSecond())) throw wrongCode();
    return switchOn(working, "totp", {});
}

api::Response disableTotp(api::Working &working, api::Request &request)
{
    refuseBots(working);
    return switchedOff(working, "totp", request);
}

api::Response sendEmailCode(api::Working &working, api::Request &request)
{
    const auto email = request.query.find("email");
    if (!email) throw api::badField("email", "This is missing.");
    const SecondFactors factors = factorsOfAddress(working.database, std::string(*email));
    if (!factors.hasEmailCode) throw notEnabled();
    mailCode(working, factors.email);
    return api::json({{"success", true}});
}

api::Response prepareEmailCode(api::Working &working, api::Request &)
{
    refuseBots(working);
    const SecondFactors factors = secondFactorsOf(working.database, working.caller.id);
    if (factors.hasEmailCode) throw api::badRequest("Codes by mail are enabled already.");
    mailCode(working, factors.email);
    return api::json({{"success", true}});
}

api::Response enableEmailCode(api::Working &working, api::Request &request)
{
    refuseBots(working);
    const std::string code = api::Fields(request).text("email_otp");
    const SecondFactors factors = secondFactorsOf(working.database, working.caller.id);
    if (factors.hasEmailCode) throw api::badRequest("Codes by mail are enabled already.");
    return switchOn(working, "email_otp", [email = factors.email, code](api::Writing &writing) {
        if (!spendOneTimeToken(writing, TokenPurpose::EmailCode, email, code)) throw wrongCode();
    });
}

api::Response disableEmailCode(api::Working &working, api::Request &request)
{
    refuseBots(working);
    return switchedOff(working, "email_otp", request);
}

api::Response renewRecoveryCodes(api::Working &working, api::Request &request)
{
    refuseBots(working);
    const SecondFactors factors = secondFactorsOf(working.database, working.caller.id);
    if (!factors.any()) throw api::badRequest("No second factor is enabled.");
    const auto spend = requireProof(working, factors, api::Fields(request));
    const RecoveryCodes codes = newRecoveryCodes();
    return working.write([&](api::Writing &writing) {
        spend(writing);
        writing.database.change("UPDATE person SET otp_recovery_codes = " + jsonPlace(writing) + " WHERE id = ?",
            toText(codes.hashes), writing.caller.id);
        return api::json({{"otp_recovery_codes", codes.codes}});
    });
}

api::Response disableFactorsOf(api::Writing &writing, api::Request &request)
{
    const std::string id = request.pathId("person_id");
    auto person = writing.database.query("SELECT role, is_bot, active FROM person WHERE id = ?", id);
    if (!person.next()) throw api::notFound("The person");
    if (person.boolean(1)) throw api::forbidden("Bots have no second factor.");
    if (person.text(0) == "admin" && id != writing.caller.id)
        throw api::forbidden("Administrators switch off their own second factors.");
    if (!person.boolean(2)) throw api::badRequest("This account is not active.");
    if (!secondFactorsOf(writing.database, id).any()) throw api::badRequest("No second factor is enabled.");
    writing.database.change(
        "UPDATE person SET totp_enabled = FALSE, totp_secret = NULL, email_otp_enabled = FALSE, email_otp_secret = NULL,"
        " fido_enabled = FALSE, fido_credentials = NULL, otp_recovery_codes = NULL,"
        " preferred_two_factor_authentication = NULL, updated_at = ? WHERE id = ?",
        writing.now, id);
    writing.tell("person:update", {{"person_id", id}});
    return api::json({{"success", true}});
}

} // namespace callboard::auth
