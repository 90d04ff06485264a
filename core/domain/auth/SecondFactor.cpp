// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/SecondFactor.h"

#include "core/domain/auth/OneTimeCodes.h"
#include "core/domain/auth/OneTimeTokens.h"
#include "core/domain/auth/RecoveryCodes.h"
#include "core/domain/auth/SecurityKeys.h"
#include "core/domain/auth/Sessions.h"
#include "core/domain/secrets/IssuedTokens.h"

namespace callboard::auth {

namespace {

/// Codes come as text or as numbers, which have lost their leading zeros.
std::optional<std::string> shownCode(const api::Fields &shown, std::string_view name)
{
    auto code = shown.optionalText(name);
    if (code && code->empty()) return std::nullopt;
    const auto value = shown.values().find(std::string(name));
    if (code && value->is_number() && code->size() < 6) code->insert(0, 6 - code->size(), '0');
    return code;
}

} // namespace

Json SecondFactors::enabledNames() const
{
    Json names = Json::array();
    if (hasTotp) names.push_back("totp");
    if (hasEmailCode) names.push_back("email_otp");
    if (hasKey) names.push_back("fido");
    if (any()) names.push_back("recovery_code");
    return names;
}

SecondFactors secondFactorsOf(store::Connection &database, const std::string &personId)
{
    auto person = database.query("SELECT email, totp_enabled, totp_secret, email_otp_enabled, fido_enabled,"
                                 " preferred_two_factor_authentication, otp_recovery_codes FROM person WHERE id = ?",
        personId);
    if (!person.next()) throw api::notFound("The person");
    SecondFactors factors;
    factors.personId = personId;
    factors.email = person.string(0);
    factors.hasTotp = person.boolean(1);
    factors.totpSecret = person.string(2);
    factors.hasEmailCode = person.boolean(3);
    factors.hasKey = person.boolean(4);
    factors.preferred = person.string(5);
    if (!person.isNull(6)) factors.recoveryHashes = Json::parse(person.text(6));
    return factors;
}

Proof checkSecondFactor(api::Working &working, const SecondFactors &factors, const api::Fields &shown,
    std::function<void(api::Writing &)> &spend)
{
    if (factors.hasTotp)
        if (const auto code = shownCode(shown, "totp"))
            return isTotpCode(factors.totpSecret, *code, secrets::presentSecond()) ? Proof::Right : Proof::Wrong;
    if (factors.hasEmailCode)
        if (const auto code = shownCode(shown, "email_otp")) {
            // A code by mail is used up by the very look at it.
            bool isRight = false;
            working.write([&](api::Writing &writing) {
                isRight = spendOneTimeToken(writing, TokenPurpose::EmailCode, factors.email, *code);
                return api::noContent();
            });
            return isRight ? Proof::Right : Proof::Wrong;
        }
    if (factors.hasKey && shown.has("fido_authentication_response"))
        return isSignedByKey(working, factors.personId, shown.values().at("fido_authentication_response"))
            ? Proof::Right
            : Proof::Wrong;
    if (factors.any())
        if (const auto code = shown.optionalText("recovery_code")) {
            const auto hash = findRecoveryCode(factors.recoveryHashes, *code);
            if (!hash) return Proof::Wrong;
            spend = [id = factors.personId, hash = *hash](
                        api::Writing &writing) { spendRecoveryCode(writing, id, hash); };
            return Proof::Right;
        }
    return Proof::Missing;
}

api::Error wrongCode()
{
    return api::Error(400, "The code is wrong.", {{"wrong_OTP", true}});
}

} // namespace callboard::auth
