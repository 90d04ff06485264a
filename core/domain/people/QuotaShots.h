// SPDX-License-Identifier: GPL-3.0-or-later
// The shots that a person worked on in a span of days, each with its share. ?count_mode says how shares count:
// "weighted" by the time spent in the span (without any, by its working days), of tasks that were handed in;
// "weighteddone" of those that are done; "feedback" and "done" count a shot whole on that day.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response listQuotaShots(api::Reading &reading, const api::Request &request);

} // namespace callboard::people
