// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of task types and statuses as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::tasks::hooks {

using records::Condition;
using records::Input;

void refuseTakenTaskTypeName(api::Writing &writing, Input &input);
void refuseTakenTaskTypeNameOfOther(api::Writing &writing, const Json &row, Input &input);
/// Of the default statuses of tasks, and of those of concepts, the latest alone stays.
void keepOneDefaultStatus(api::Writing &writing, const Json &row);

} // namespace callboard::tasks::hooks
