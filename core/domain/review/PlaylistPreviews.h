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

/// The previews of these entities by entity and task type, the last revision first; the further files of a revision
/// stand below its first one. Only of the caller's own tasks when asked; one statement.
std::map<std::string, Json> previewsByTaskType(
    api::Reading &reading, const std::vector<std::string> &entityIds, bool onlyOwnTasks);
/// Preview files by task type, the last revision first; the further files of a revision under `previews`.
/// GET /data/shots/{shot_id}/preview-files, and of edits and concepts.
api::Response listPreviewsByTaskType(api::Reading &reading, const api::Request &request);
/// GET /data/playlists/entities/{entity_id}/preview-files
api::Response listPlaylistPreviews(api::Reading &reading, const api::Request &request);

/// Of these entities; one statement.
PlaylistPreviews previewsOf(api::Reading &reading, const std::vector<std::string> &entityIds);

} // namespace callboard::review
