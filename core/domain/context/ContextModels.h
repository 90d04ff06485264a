// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches as records, which are for administrators alone.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::context {

std::vector<records::Model> contextModels();

} // namespace callboard::context
