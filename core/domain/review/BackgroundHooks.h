// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of backgrounds as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::review::hooks {

using records::Condition;
using records::Input;

void refuseTakenBackgroundName(api::Writing &writing, Input &input);
void refuseTakenBackgroundNameOfOther(api::Writing &writing, const Json &row, Input &input);
void keepOneDefaultBackground(api::Writing &writing, const Json &row);

} // namespace callboard::review::hooks
