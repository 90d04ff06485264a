// SPDX-License-Identifier: GPL-3.0-or-later
// Schedules as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::schedule {

std::vector<records::Model> scheduleModels();

} // namespace callboard::schedule
