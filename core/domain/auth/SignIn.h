// SPDX-License-Identifier: GPL-3.0-or-later
// POST /auth/login: address or desktop login and password, and a second factor where one is enabled. Unknown
// addresses and wrong passwords take the same time and get the same answer.
#pragma once

#include "core/api/Operation.h"

namespace callboard::auth {

api::Response signIn(api::Working &working, api::Request &request);

} // namespace callboard::auth
