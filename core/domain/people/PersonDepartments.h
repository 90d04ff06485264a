// SPDX-License-Identifier: GPL-3.0-or-later
// Putting people in departments and taking them out.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response addToDepartment(api::Writing &writing, api::Request &request);
api::Response removeFromDepartment(api::Writing &writing, api::Request &request);

} // namespace callboard::people
