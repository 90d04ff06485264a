// SPDX-License-Identifier: GPL-3.0-or-later
// Castings as files. A file adds and changes rows of castings and never removes one; entities and assets are
// matched by their names, whatever the case. What a file names and nobody knows is passed over.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

api::Response importCasting(api::Working &working, api::Request &request);
/// Of shots with is_shot_casting=true, else of assets (of episodes with episode_id=all).
api::Response exportCasting(api::Reading &reading, const api::Request &request);

} // namespace callboard::exchange
