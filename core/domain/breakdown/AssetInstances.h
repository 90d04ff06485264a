// SPDX-License-Identifier: GPL-3.0-or-later
// Instances of assets in scenes, and in the shots made from them; and of assets in other assets.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

api::Response addSceneInstance(api::Writing &writing, api::Request &request);
api::Response addAssetInstance(api::Writing &writing, api::Request &request);
api::Response addShotInstance(api::Writing &writing, api::Request &request);
api::Response removeShotInstance(api::Writing &writing, api::Request &request);

// Objects of lists: by the asset of the instances, or by where the instances of an asset stand.
api::Response listSceneInstances(api::Reading &reading, const api::Request &request);
api::Response listShotInstances(api::Reading &reading, const api::Request &request);
api::Response listAssetInstances(api::Reading &reading, const api::Request &request);
api::Response listInstancesByScene(api::Reading &reading, const api::Request &request);
api::Response listInstancesByShot(api::Reading &reading, const api::Request &request);
/// Instances of assets of the type Camera, which is made at the first look.
api::Response listCameraInstances(api::Writing &writing, api::Request &request);

} // namespace callboard::breakdown
