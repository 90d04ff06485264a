// SPDX-License-Identifier: GPL-3.0-or-later
// Events that are listed later: rows of api_event, written with the change that they tell of.
#pragma once

#include "core/api/Operation.h"

namespace callboard {

/// Writes the change's kept events.
void keepEvents(api::Writing &writing);

} // namespace callboard
