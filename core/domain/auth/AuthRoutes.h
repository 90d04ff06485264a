// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in, sessions, second factors, registration and password reset: /auth/…
#pragma once

#include "core/api/Route.h"

namespace callboard::auth {

api::Routes authRoutes();

} // namespace callboard::auth
