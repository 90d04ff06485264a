// SPDX-License-Identifier: GPL-3.0-or-later
// Assets, shots, sequences, episodes, scenes, edits, concepts.
#pragma once

#include "core/api/Route.h"

namespace callboard::entities {

api::Routes entityRoutes();

} // namespace callboard::entities
