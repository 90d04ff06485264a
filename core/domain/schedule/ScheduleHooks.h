// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of schedules as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::schedule::hooks {

using records::Condition;
using records::Input;

access::Access plannersOfItem();
/// One item for a production, task type and object; the database compares no empty ones.
void refuseSecondItem(api::Writing &writing, Input &input);
/// Man-days in a text are passed over when an item is changed by others than admins.
void dropWrittenManDays(api::Writing &writing, Json &body);
/// The list needs the production of others than admins: ?project_id=
access::Access staffOfAskedProject();
access::Access managersOfBodysVersion();
Condition linksOfAskedProject(const api::Reading &reading, const api::Request &request);
void checkVersionLink(api::Writing &writing, Input &input);
void keepVersionLink(api::Writing &writing, const Json &row, Input &input);
void removeScheduleVersion(api::Writing &writing, const Json &row, bool isForced);

} // namespace callboard::schedule::hooks
