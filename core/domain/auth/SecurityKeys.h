// SPDX-License-Identifier: GPL-3.0-or-later
// Security keys as a second factor (WebAuthn, https://www.w3.org/TR/webauthn-2/), checked by libfido2. A key is
// bound to the host name under which it was registered. Attestation is not asked for: any key will do.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::auth {

/// PUT: what a browser needs to make a key.
api::Response prepareKey(api::Working &working, api::Request &request);
/// POST: keeps the key that the browser made, under a name.
api::Response registerKey(api::Working &working, api::Request &request);
/// DELETE: forgets the key of that name; any second factor must be shown.
api::Response removeKey(api::Working &working, api::Request &request);
/// GET: what a browser needs to sign in with a key.
api::Response challengeKey(api::Working &working, api::Request &request);

/// True when the response of the browser (`fido_authentication_response`) was made for a challenge of this
/// studio by one of the person's keys. Uses the challenge up.
bool isSignedByKey(api::Working &working, const std::string &personId, const Json &response);

} // namespace callboard::auth
