// SPDX-License-Identifier: GPL-3.0-or-later
// The second factors of a person: codes from an application (TOTP, RFC 6238), codes by mail, security keys,
// and recovery codes for when the others are lost. They are tried in that order, where enabled.
#pragma once

#include "core/api/Fields.h"
#include "core/api/Operation.h"

#include <string>
#include <vector>

namespace callboard::auth {

/// What a person has enabled, with the secrets: stays inside core/auth.
struct SecondFactors
{
    std::string personId;
    std::string email;
    bool hasTotp = false;
    std::string totpSecret; // base 32
    bool hasEmailCode = false;
    bool hasKey = false;
    std::string preferred; // "totp", "email_otp", "fido" or nothing
    Json recoveryHashes = Json::array();

    bool any() const { return hasTotp || hasEmailCode || hasKey; }
    /// "totp", "recovery_code", … as the API names them.
    Json enabledNames() const;
};

/// Throws 404.
SecondFactors secondFactorsOf(store::Connection &database, const std::string &personId);

enum class Proof {
    Missing, // no enabled factor was shown
    Wrong,
    Right,
};

/// Looks at what was shown; slow (recovery codes are hashed). When a recovery code or a code by mail was right,
/// `spend` becomes the change that uses it up; it throws `wrong_OTP` when another request was faster.
Proof checkSecondFactor(api::Working &working, const SecondFactors &factors, const api::Fields &shown,
    std::function<void(api::Writing &)> &spend);

/// 400 {wrong_OTP}.
api::Error wrongCode();

} // namespace callboard::auth
