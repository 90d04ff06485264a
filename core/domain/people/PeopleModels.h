// SPDX-License-Identifier: GPL-3.0-or-later
// People and what the studio shares, as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::people {

std::vector<records::Model> peopleModels();

} // namespace callboard::people
