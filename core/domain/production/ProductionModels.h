// SPDX-License-Identifier: GPL-3.0-or-later
// Productions and what belongs to one, as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::production {

std::vector<records::Model> productionModels();

} // namespace callboard::production
