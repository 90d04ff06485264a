// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/AuthRoutes.h"

#include "core/access/Rules.h"
#include "core/auth/Sessions.h"
#include "core/auth/SignIn.h"

namespace callboard::auth {

api::Routes authRoutes()
{
    using enum api::Verb;
    return {
        {Post, "/auth/login", access::everyone(), signIn},
        {Get, "/auth/authenticated", access::signedIn(), showAuthenticated},
        {Get, "/auth/refresh-token", access::everyone(), refreshSession},
        {Get, "/auth/logout", access::signedIn(), endSession},
    };
}

} // namespace callboard::auth
