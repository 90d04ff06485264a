// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the days on which people do not work: of one person, and of everybody in a month.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response listDayOffs(api::Reading &reading, const api::Request &request);
/// Of the week, month or year in the path.
api::Response listDayOffsOfSpan(api::Reading &reading, const api::Request &request);
/// The days off that hold the day in the path: an object, {} when there are none, [] for those who may not see.
api::Response showDayOff(api::Reading &reading, const api::Request &request);
api::Response showOwnDayOff(api::Reading &reading, const api::Request &request);
/// Of the month in the path: the own ones, for admins everybody's.
api::Response listEverybodysDayOffs(api::Reading &reading, const api::Request &request);
api::Response createDayOff(api::Writing &writing, api::Request &request);

/// Removes the time that the person has spent on these days, and tells it.
void removeTimeOn(
    api::Writing &writing, const std::string &personId, const std::string &first, const std::string &last);

} // namespace callboard::people
