// SPDX-License-Identifier: GPL-3.0-or-later
// Days on which people do not work: written by themselves and administrators; they take the time spent on
// those days away.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response createDayOff(api::Writing &writing, api::Request &request);

} // namespace callboard::people
