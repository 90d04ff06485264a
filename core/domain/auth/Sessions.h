// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of people: the tokens of a sign-in, who is signed in, renewal, the end. Browsers get their tokens
// as cookies too, so that pages need not keep them.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::auth {

/// access_token and refresh_token of a new session.
Json newSession(api::Writing &writing, const std::string &personId);
/// Browsers keep their session in cookies; scripts show their token.
bool isFromBrowser(const api::Request &request);
/// Adds the session's tokens as cookies when the request comes from a browser.
void giveCookies(
    const api::Reading &reading, const api::Request &request, const Json &session, api::Response &response);

// The operations of GET /auth/…
api::Response showAuthenticated(api::Reading &reading, const api::Request &request);
api::Response refreshSession(api::Writing &writing, api::Request &request);
api::Response endSession(api::Writing &writing, api::Request &request);

} // namespace callboard::auth
