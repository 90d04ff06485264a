// SPDX-License-Identifier: GPL-3.0-or-later
// PUT …/casting: replaces what is cast in an entity.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

api::Response putCasting(api::Writing &writing, api::Request &request);
api::Response putAssetCasting(api::Writing &writing, api::Request &request);

} // namespace callboard::breakdown
