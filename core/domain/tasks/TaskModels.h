// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks, their types, statuses, comments and previews as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::tasks {

std::vector<records::Model> taskModels();

} // namespace callboard::tasks
