// SPDX-License-Identifier: GPL-3.0-or-later
// How people come to passwords: they register, change their own, prove their address to set a new one, or an
// administrator sets one or invites them.
#pragma once

#include "core/api/Operation.h"

namespace callboard::auth {

api::Response registerPerson(api::Working &working, api::Request &request);
api::Response changeOwnPassword(api::Working &working, api::Request &request);
api::Response requestPasswordReset(api::Working &working, api::Request &request);
api::Response resetPassword(api::Working &working, api::Request &request);
api::Response setPasswordOf(api::Working &working, api::Request &request);
api::Response invitePerson(api::Working &working, api::Request &request);

} // namespace callboard::auth
