// SPDX-License-Identifier: GPL-3.0-or-later
// Which scene a shot is made from; a shot has one.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

api::Response addSceneShot(api::Writing &writing, api::Request &request);
api::Response removeSceneShot(api::Writing &writing, api::Request &request);

} // namespace callboard::breakdown
