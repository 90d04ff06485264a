// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/ReviewModels.h"

#include "core/domain/review/BackgroundHooks.h"
#include "core/domain/review/PlaylistHooks.h"
#include "core/records/UsualModels.h"

namespace callboard::review {

namespace {

using namespace access;
using namespace records;

Model playlists()
{
    Model model = closed("/data/playlists", "playlist");
    model.list = signedIn();
    model.create = membersOfBody("project_id", Members::Leaders);
    model.read = hooks::readersOfPlaylist();
    model.change = membersOfRecord("playlist", Members::Leaders);
    model.remove = membersOfRecord("playlist", Members::Leaders);
    model.rows = hooks::playlistsInReach;
    model.readingNew = hooks::readNewPlaylistWords;
    model.readingChange = hooks::readChangedPlaylistWords;
    model.creating = hooks::checkNewPlaylist;
    model.changing = hooks::checkPlaylistChange;
    model.removing = hooks::removePlaylist;
    model.completingEvent = hooks::leaveOutRemover;
    return model;
}

Model backgrounds()
{
    Model model = belonging("/data/preview-background-files", "preview_background_file");
    model.list = signedIn();
    model.read = signedIn();
    model.creating = hooks::refuseTakenBackgroundName;
    model.changing = hooks::refuseTakenBackgroundNameOfOther;
    model.created = hooks::keepOneDefaultBackground;
    model.files = {media::FileKind::Background, media::FileKind::BackgroundThumbnail};
    model.changed = [](api::Writing &writing, const Json &, const Json &row) {
        hooks::keepOneDefaultBackground(writing, row);
    };
    return model;
}

} // namespace

std::vector<records::Model> reviewModels()
{
    return {playlists(), backgrounds()};
}

} // namespace callboard::review
