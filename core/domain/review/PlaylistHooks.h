// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of playlists as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::review::hooks {

using records::Condition;
using records::Input;

access::Access readersOfPlaylist();
Condition playlistsInReach(const api::Reading &reading, const api::Request &request);
/// "all" and "main" for the episode, a malformed task type, entries by "id".
void readNewPlaylistWords(api::Writing &writing, Json &body);
void readChangedPlaylistWords(api::Writing &writing, Json &body);
void checkNewPlaylist(api::Writing &writing, Input &input);
void checkPlaylistChange(api::Writing &writing, const Json &row, Input &input);
void removePlaylist(api::Writing &writing, const Json &row, bool isForced);
/// The removal of a playlist is told without a person.
void leaveOutRemover(api::Event &event, const std::string &what, const Json &row);

} // namespace callboard::review::hooks
