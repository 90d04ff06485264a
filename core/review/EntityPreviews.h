// SPDX-License-Identifier: GPL-3.0-or-later
// The previews of one entity that a playlist may show.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// GET /data/playlists/entities/{entity_id}/preview-files: by task type, the last revision first, its further files
/// under "previews".
api::Response listPlaylistPreviewsOfEntity(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
