// SPDX-License-Identifier: GPL-3.0-or-later
// Second factors are switched on by showing a code, and off by showing any of those that are on. The first one
// gives recovery codes; they go with the last one.
#pragma once

#include "core/api/Fields.h"
#include "core/api/Operation.h"
#include "core/domain/auth/SecondFactor.h"

namespace callboard::auth {

api::Response prepareTotp(api::Writing &writing, api::Request &request);
api::Response enableTotp(api::Working &working, api::Request &request);
api::Response disableTotp(api::Working &working, api::Request &request);

/// For those who sign in: mails a code.
api::Response sendEmailCode(api::Working &working, api::Request &request);
api::Response prepareEmailCode(api::Working &working, api::Request &request);
api::Response enableEmailCode(api::Working &working, api::Request &request);
api::Response disableEmailCode(api::Working &working, api::Request &request);

api::Response renewRecoveryCodes(api::Working &working, api::Request &request);
/// An administrator takes all factors of a person away.
api::Response disableFactorsOf(api::Writing &writing, api::Request &request);

/// Shows that the caller holds one of the enabled factors; wrong codes count as wrong tries. Returns the change
/// that goes with the caller's own.
std::function<void(api::Writing &)> requireProof(
    api::Working &working, const SecondFactors &factors, const api::Fields &shown);
/// Switches the factor on ("totp", "email_otp", "fido") in a change of its own and tells the recovery codes
/// when it is the first one.
api::Response switchOn(api::Working &working, const std::string &factor, std::function<void(api::Writing &)> alongside);
/// Part of a change: switches the factor off; without another one the recovery codes go.
void switchOff(api::Writing &writing, const std::string &personId, const std::string &factor);
/// The account that signs in with this address. 404 when there is none.
SecondFactors factorsOfAddress(store::Connection &database, const std::string &email);

} // namespace callboard::auth
