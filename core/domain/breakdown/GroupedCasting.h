// SPDX-License-Identifier: GPL-3.0-or-later
// The casting of many at once, by the entity that the assets are cast in: { "shot": [{asset}, …], … }.
#pragma once

#include "core/api/Operation.h"

#include <string>
#include <vector>

namespace callboard::breakdown {

/// What such lists tell of an asset: the sequence's name only by sequence; production and sharing not by asset.
enum class Grouped { BySequence, ByEpisode, ByAsset };

/// By asset type, then name; cancelled assets and holders are left out. `condition` is over `holder` (what the assets
/// are cast in) and `parent` (the holder's).
api::Response groupedCasting(
    api::Reading &reading, Grouped grouped, const std::string &condition, std::vector<store::Value> values);

} // namespace callboard::breakdown
