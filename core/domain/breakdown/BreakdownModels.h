// SPDX-License-Identifier: GPL-3.0-or-later
// Castings and instances as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::breakdown {

std::vector<records::Model> breakdownModels();

} // namespace callboard::breakdown
