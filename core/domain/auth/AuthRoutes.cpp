// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auth/AuthRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/auth/ManageFactors.h"
#include "core/domain/auth/SecurityKeys.h"
#include "core/domain/auth/Sessions.h"
#include "core/domain/auth/SetPassword.h"
#include "core/domain/auth/SignIn.h"

namespace callboard::auth {

namespace {

api::Response refuseSingleSignOn(api::Reading &, const api::Request &)
{
    throw api::badRequest("No sign-on provider (SAML) is configured.");
}

} // namespace

api::Routes authRoutes()
{
    using enum api::Verb;
    return {
        {Post, "/auth/login", access::everyone(), signIn},
        {Get, "/auth/authenticated", access::signedIn(), showAuthenticated},
        {Get, "/auth/refresh-token", access::everyone(), refreshSession},
        {Get, "/auth/logout", access::signedIn(), endSession},

        {Get, "/auth/saml/login", access::everyone(), refuseSingleSignOn},
        {Post, "/auth/saml/sso", access::everyone(), refuseSingleSignOn},
        {Post, "/auth/register", access::everyone(), registerPerson},
        {Post, "/auth/change-password", access::signedIn(), changeOwnPassword},
        {Post, "/auth/reset-password", access::everyone(), requestPasswordReset},
        {Put, "/auth/reset-password", access::everyone(), resetPassword},
        {Post, "/actions/persons/{person_id}/change-password", access::admins(), setPasswordOf},
        {Get, "/actions/persons/{person_id}/invite", access::admins(), invitePerson},

        {Put, "/auth/totp", access::signedIn(), prepareTotp},
        {Post, "/auth/totp", access::signedIn(), enableTotp},
        {Delete, "/auth/totp", access::signedIn(), disableTotp},
        {Get, "/auth/email-otp", access::everyone(), sendEmailCode},
        {Put, "/auth/email-otp", access::signedIn(), prepareEmailCode},
        {Post, "/auth/email-otp", access::signedIn(), enableEmailCode},
        {Delete, "/auth/email-otp", access::signedIn(), disableEmailCode},
        {Get, "/auth/fido", access::everyone(), challengeKey},
        {Put, "/auth/fido", access::signedIn(), prepareKey},
        {Post, "/auth/fido", access::signedIn(), registerKey},
        {Delete, "/auth/fido", access::signedIn(), removeKey},
        {Put, "/auth/recovery-codes", access::signedIn(), renewRecoveryCodes},
        {Delete, "/actions/persons/{person_id}/disable-two-factor-authentication", access::admins(), disableFactorsOf},
    };
}

} // namespace callboard::auth
