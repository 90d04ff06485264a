// SPDX-License-Identifier: GPL-3.0-or-later
// From ShotGrid: episodes, sequences, scenes, shots and assets, known again by their numbers.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

api::Response importShotgunEpisodes(api::Working &working, api::Request &request);
/// A name that another sequence has stays as it was; a new one of such a name is passed over.
api::Response importShotgunSequences(api::Working &working, api::Request &request);
api::Response importShotgunScenes(api::Working &working, api::Request &request);
/// sg_cut_in and sg_cut_duration are the frames, "assets" the casting, the other sg_… fields the data.
api::Response importShotgunShots(api::Working &working, api::Request &request);
/// "parents" are cast with the asset beside what they are cast with already.
api::Response importShotgunAssets(api::Working &working, api::Request &request);

} // namespace callboard::exchange
