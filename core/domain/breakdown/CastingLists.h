// SPDX-License-Identifier: GPL-3.0-or-later
// What is cast where, as it is read: by asset type, then name; cancelled assets and shots are left out.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

/// GET …/entities/{entity_id}/casting and GET /data/assets/{asset_id}/casting
api::Response readCastingOf(api::Reading &reading, const api::Request &request);
api::Response readAssetCasting(api::Reading &reading, const api::Request &request);

// Objects of lists, by the entity that the assets are cast in.
api::Response listSequenceCasting(api::Reading &reading, const api::Request &request);
api::Response listAllSequencesCasting(api::Reading &reading, const api::Request &request);
api::Response listEpisodeSequencesCasting(api::Reading &reading, const api::Request &request);
/// Of all that assets are cast in, as clients of series read it.
api::Response listEpisodesCasting(api::Reading &reading, const api::Request &request);
api::Response listAssetTypeCasting(api::Reading &reading, const api::Request &request);

/// Where an asset is cast: shots first, then assets.
api::Response listCastIn(api::Reading &reading, const api::Request &request);
/// The assets cast in a shot or an asset, as records.
api::Response listCastAssets(api::Reading &reading, const api::Request &request);

} // namespace callboard::breakdown
