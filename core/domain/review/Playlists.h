// SPDX-License-Identifier: GPL-3.0-or-later
// The playlists of a production: lists without their entries, and one with the previews of its entities.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// GET /data/projects/{project_id}/playlists: 20 a page, the last changed first; clients those for clients
api::Response listPlaylists(api::Reading &reading, const api::Request &request);
/// GET /data/projects/{project_id}/episodes/{episode_id}/playlists: "main" and "all" stand for no episode
api::Response listEpisodePlaylists(api::Reading &reading, const api::Request &request);
/// GET /data/projects/{project_id}/playlists/{playlist_id}
api::Response readPlaylist(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
