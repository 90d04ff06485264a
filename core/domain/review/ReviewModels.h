// SPDX-License-Identifier: GPL-3.0-or-later
// Playlists and backgrounds as records of the generic routes.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::review {

std::vector<records::Model> reviewModels();

} // namespace callboard::review
