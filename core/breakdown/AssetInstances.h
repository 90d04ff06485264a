// SPDX-License-Identifier: GPL-3.0-or-later
// Instances of assets in scenes, and in the shots made from them; and of assets in other assets.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

api::Response addSceneInstance(api::Writing &writing, api::Request &request);

} // namespace callboard::breakdown
