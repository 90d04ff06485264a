// SPDX-License-Identifier: GPL-3.0-or-later
// How many frames, seconds, drawings and shots people bring to an end, by day, week, month and year. Asked with
// ?count_mode= weighted or feedback (by the day of feedback), weighteddone or done (by the day of approval); the
// weighted ones share a shot out over the days that were worked on it.
#pragma once

#include "core/api/Operation.h"

namespace callboard::production {

/// By person and in total.
api::Response readQuotasOfTaskType(api::Reading &reading, const api::Request &request);
/// By task type and in total. Of others only for those who lead.
api::Response readQuotasOfPerson(api::Reading &reading, const api::Request &request);

} // namespace callboard::production
