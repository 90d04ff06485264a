// SPDX-License-Identifier: GPL-3.0-or-later
// What proves once that somebody reads the mail of an address: links to set a password, invitations, codes.
// Only a hash is kept; a token serves once, for its purpose and its address.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::auth {

enum class TokenPurpose {
    ResetPassword, // 2 hours
    Invitation,    // 7 days
    EmailCode,     // 5 minutes; six digits
    KeyChallenge,  // 5 minutes; for a security key
};

/// A new token; an earlier one of that purpose and address falls.
std::string newOneTimeToken(api::Writing &writing, TokenPurpose purpose, const std::string &email);
/// Uses the token up; false when it is wrong, too old or used already.
bool spendOneTimeToken(api::Writing &writing, TokenPurpose purpose, const std::string &email, const std::string &token);

} // namespace callboard::auth
