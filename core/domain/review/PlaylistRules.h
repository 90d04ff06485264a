// SPDX-License-Identifier: GPL-3.0-or-later
// Who may take playlists away with them: managers build movies of them; supervisors download too, and clients what
// is meant for clients.
#pragma once

#include "core/access/Rules.h"

namespace callboard::review {

api::Access buildsPlaylist(std::string playlistParameter = "playlist_id");
api::Access downloadsPlaylist(std::string playlistParameter = "playlist_id");

} // namespace callboard::review
