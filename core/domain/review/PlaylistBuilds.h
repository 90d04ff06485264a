// SPDX-License-Identifier: GPL-3.0-or-later
// A playlist made into one movie: a job that joins the movies of its entries.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::jobs {
class Running;
}

namespace callboard::review {

/// GET /data/playlists/{playlist_id}/build/mp4: begins it; 400 when the playlist has no movie.
api::Response beginBuild(api::Writing &writing, api::Request &request);
/// GET /data/projects/{project_id}/build-jobs
api::Response listBuilds(api::Reading &reading, const api::Request &request);
/// GET /data/playlists/{playlist_id}/jobs/{build_job_id}
api::Response readBuild(api::Reading &reading, const api::Request &request);
/// GET /data/playlists/{playlist_id}/jobs/{build_job_id}/build/mp4: 400 until it is made.
api::Response downloadBuild(api::Reading &reading, const api::Request &request);
/// DELETE /data/playlists/{playlist_id}/jobs/{build_job_id}
api::Response removeBuild(api::Writing &writing, api::Request &request);

/// The job "build-playlist": input has build_job_id.
std::string buildPlaylist(jobs::Running &running);
/// It was cancelled or given up: it has failed.
void giveUpBuild(api::Writing &writing, const Json &input);
/// It is tried again. Throws 409 when it was removed.
void awaitBuild(api::Writing &writing, const Json &input);

} // namespace callboard::review
