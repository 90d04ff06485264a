// SPDX-License-Identifier: GPL-3.0-or-later
// Which assets are cast in a shot, an episode or an asset, how often, under which label; and what follows from it:
// counts and the casting of episodes.
#pragma once

#include "core/domain/entities/EntityKind.h"

#include <set>

namespace callboard::breakdown {

struct CastAsset
{
    std::string assetId;
    std::int64_t occurrences = 1;
    std::string label;
    bool operator==(const CastAsset &) const = default;
};

/// A casting as a request gives it.
struct GivenCasting
{
    std::vector<CastAsset> rows; // those without a number are passed over
    std::int64_t givenCount = 0; // all of them: what clients are told as nb_entities_out
};

/// 400 when malformed.
GivenCasting readCasting(const Json &given);

/// Replaces the casting of the entity and tells it. Of two rows of the same asset the later wins. 404 for unknown
/// assets, 403 for assets of other productions that are not shared.
void replaceCasting(api::Writing &writing, const entities::KnownEntity &entity, const GivenCasting &casting);

/// Adds one asset to the casting, or changes its row; tells it. Counts are kept.
void castAsset(api::Writing &writing, const entities::KnownEntity &entity, const CastAsset &cast);

} // namespace callboard::breakdown
