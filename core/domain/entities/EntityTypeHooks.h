// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of kinds of assets as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::entities::hooks {

using records::Condition;
using records::Input;

void refuseTakenEntityTypeName(api::Writing &writing, Input &input);

} // namespace callboard::entities::hooks
