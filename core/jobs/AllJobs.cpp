// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of job and what carries it out: the one place that lists them.
#include "core/demo/DemoFiles.h"
#include "core/jobs/JobThread.h"
#include "core/review/NormaliseMovie.h"
#include "core/review/PlaylistBuilds.h"

namespace callboard::jobs {

const Kind *kindNamed(const std::string &name)
{
    static const std::map<std::string, Kind> kinds{
        {"normalise-movie", {review::normaliseUploadedMovie, review::giveUpMovie, review::awaitMovie}},
        {"build-playlist", {review::buildPlaylist, review::giveUpBuild, review::awaitBuild}},
        {demo::fileJob, {demo::makeFile, demo::giveUpFile, demo::awaitFile}},
    };
    const auto found = kinds.find(name);
    return found == kinds.end() ? nullptr : &found->second;
}

} // namespace callboard::jobs
