// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of entities, and what belongs to entities, as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::entities {

std::vector<records::Model> entityModels();

} // namespace callboard::entities
