// SPDX-License-Identifier: GPL-3.0-or-later
// Working and output files as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::files {

std::vector<records::Model> fileModels();

} // namespace callboard::files
