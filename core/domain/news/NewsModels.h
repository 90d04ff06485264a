// SPDX-License-Identifier: GPL-3.0-or-later
// News, notifications and events as records, which are for administrators alone.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::news {

std::vector<records::Model> newsModels();

} // namespace callboard::news
