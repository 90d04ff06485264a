// SPDX-License-Identifier: GPL-3.0-or-later
// One entity, and what lies below or beside it: sequences of an episode, shots of a scene, types, versions.
#pragma once

#include "core/api/Operation.h"

namespace callboard::entities {

api::Response readSequence(api::Reading &reading, const api::Request &request);
api::Response readScene(api::Reading &reading, const api::Request &request);
api::Response readEpisode(api::Reading &reading, const api::Request &request);

api::Response listSequenceShots(api::Reading &reading, const api::Request &request);
api::Response listSequenceScenes(api::Reading &reading, const api::Request &request);
api::Response listEpisodeSequences(api::Reading &reading, const api::Request &request);
api::Response listEpisodeShots(api::Reading &reading, const api::Request &request);
api::Response listEpisodeEdits(api::Reading &reading, const api::Request &request);
api::Response listSceneShots(api::Reading &reading, const api::Request &request);
/// What the entity keeps of earlier states: versions of a shot or an edit, the latest first.
api::Response listVersions(api::Reading &reading, const api::Request &request);

api::Response listAssetTypes(api::Reading &reading, const api::Request &request);
api::Response readAssetType(api::Reading &reading, const api::Request &request);
api::Response listProjectAssetTypes(api::Reading &reading, const api::Request &request);
api::Response listShotAssetTypes(api::Reading &reading, const api::Request &request);
/// Asset types that a condition over entity_type names. The studio's own list tells the task types that each is
/// limited to; those of a production or a shot do not.
api::Response assetTypeList(
    api::Reading &reading, const std::string &condition, std::vector<store::Value> values, bool withTaskTypes = false);

} // namespace callboard::entities
