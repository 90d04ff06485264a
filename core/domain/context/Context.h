// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a client needs to begin: types, statuses, departments, people, the caller's productions.
#pragma once

#include "core/api/Operation.h"

namespace callboard::context {

api::Response showContext(api::Reading &reading, const api::Request &request);

} // namespace callboard::context
