// SPDX-License-Identifier: GPL-3.0-or-later
// Assets that other productions may cast.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

/// POST /actions/assets/share: every asset must be in a production the caller manages.
api::Response shareAssets(api::Writing &writing, api::Request &request);
api::Response shareProjectAssets(api::Writing &writing, api::Request &request);
api::Response shareAssetsOfType(api::Writing &writing, api::Request &request);

/// Shared assets of other productions that are cast in this one, or in one of its episodes.
api::Response listSharedUsed(api::Reading &reading, const api::Request &request);
api::Response listSharedUsedInEpisode(api::Reading &reading, const api::Request &request);

} // namespace callboard::breakdown
