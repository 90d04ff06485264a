// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/AllJobs.h"

#include "core/domain/review/PlaylistBuilds.h"
#include "core/domain/tasks/NormaliseMovie.h"

namespace callboard::jobs {

std::shared_ptr<const Kinds> makeKinds(std::map<std::string, Kind> added)
{
    std::map<std::string, Kind> kinds{
        {"normalise-movie", {tasks::normaliseUploadedMovie, tasks::giveUpMovie, tasks::awaitMovie}},
        {"build-playlist", {review::buildPlaylist, review::giveUpBuild, review::awaitBuild}},
    };
    kinds.merge(added);
    return std::make_shared<const Kinds>(std::move(kinds));
}

} // namespace callboard::jobs
