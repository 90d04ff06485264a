// SPDX-License-Identifier: GPL-3.0-or-later
// When people began to work at their machines, and the sheet of who was there.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response listDesktopLogins(api::Reading &reading, const api::Request &request);
api::Response createDesktopLogin(api::Writing &writing, api::Request &request);
/// A table of the active people and the days of a month, separated by semicolons.
api::Response showPresence(api::Reading &reading, const api::Request &request);
/// The last sign-ins.
api::Response listLoginLogs(api::Reading &reading, const api::Request &request);

} // namespace callboard::people
