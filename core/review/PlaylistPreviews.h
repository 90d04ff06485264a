// SPDX-License-Identifier: GPL-3.0-or-later
// The previews of entities as playlists show them: by task type, the last revision first, further files of a
// revision below its first one.
#pragma once

#include "core/api/Operation.h"

#include <map>
#include <string>
#include <vector>

namespace callboard::review {

struct PlaylistPreviews
{
    std::map<std::string, Json> byEntity;  // entity → {task type: [preview, …]}
    std::map<std::string, Json> byPreview; // preview → as told, with "previews" when it is a first one
};

/// Of these entities, and these further previews; one statement.
PlaylistPreviews previewsOf(api::Reading &reading, const std::vector<std::string> &entityIds,
    const std::vector<std::string> &previewIds);

} // namespace callboard::review
