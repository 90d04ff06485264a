// SPDX-License-Identifier: GPL-3.0-or-later
// The files behind a playlist's entries, and a playlist as an archive of them.
#pragma once

#include "core/api/Operation.h"

#include <filesystem>
#include <string>
#include <vector>

namespace callboard::review {

struct PlaylistFile
{
    std::string previewId;
    bool isMovie = false;
    std::filesystem::path path;
    std::string name; // as it is downloaded
};

/// Of the entries whose preview is there and ready, in their order. Throws 404 for an unknown playlist.
std::vector<PlaylistFile> filesOfPlaylist(api::Reading &reading, const std::string &playlistId);
/// "alpha_dailies": the production and the playlist, with the episode between them.
std::string playlistSlug(api::Reading &reading, const std::string &playlistId);

/// GET /data/playlists/{playlist_id}/download/zip
api::Response downloadPlaylist(api::Working &working, api::Request &request);

} // namespace callboard::review
