// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of people's time as records. Each runs at the moment of core/records/Model.h whose signature it has; what
// it throws refuses the change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::people::hooks {

using records::Condition;
using records::Input;

void refuseOverlappingDayOff(api::Writing &writing, const Json &row, Input &input);
/// Who may take time back: the person, managers of the task's team, and admins.
access::Access removersOfTime();
/// The task's duration is the sum of all time spent on it.
/// A day off that moved: the time spent on its days is cleared, as when it is made.
void clearTimeOfDayOff(api::Writing &writing, const Json &before, const Json &row);
/// The day holds the time, and the task's duration follows.
void keepTimeSpent(api::Writing &writing, const Json &row);
void moveTimeSpent(api::Writing &writing, const Json &before, const Json &row);
void dropTimeSpent(api::Writing &writing, const Json &row);
/// start_date and end_date of the query, which need each other.
Condition timeSpentInSpan(const api::Reading &reading, const api::Request &request);

} // namespace callboard::people::hooks
