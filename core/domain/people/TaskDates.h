// SPDX-License-Identifier: GPL-3.0-or-later
// From when to when each person has tasks.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response listTaskDates(api::Reading &reading, const api::Request &request);

} // namespace callboard::people
