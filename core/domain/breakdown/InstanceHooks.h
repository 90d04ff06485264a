// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of asset instances as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::breakdown::hooks {

using records::Condition;
using records::Input;

void keepInstanceInReach(api::Writing &writing, const Json &row, Input &input);

} // namespace callboard::breakdown::hooks
