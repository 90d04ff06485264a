// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery codes: sixteen of ten characters, told once, kept hashed, each good for one use.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::auth {

struct RecoveryCodes
{
    std::vector<std::string> codes; // for the person, told once
    Json hashes;                    // for the column otp_recovery_codes
};

/// Slow: the codes are hashed as passwords are.
RecoveryCodes newRecoveryCodes();
/// The hash of `code` when it is among `hashes`; slow whether it is or not.
std::optional<std::string> findRecoveryCode(const Json &hashes, const std::string &code);
/// Takes the code with that hash away; throws `wrong_OTP` when it was used meanwhile.
void spendRecoveryCode(api::Writing &writing, const std::string &personId, const std::string &hash);

} // namespace callboard::auth
