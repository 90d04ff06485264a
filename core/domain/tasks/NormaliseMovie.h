// SPDX-License-Identifier: GPL-3.0-or-later
// A movie that was uploaded becomes the one that the studio plays, with a low version, pictures and tiles.
#pragma once

#include "core/api/Operation.h"
#include "core/media/FileStore.h"
#include "core/media/Movie.h"

#include <string>

namespace callboard::jobs {
class Running;
}

namespace callboard::tasks {

/// The job "normalise-movie": input has preview_file_id.
std::string normaliseUploadedMovie(jobs::Running &running);
/// Its movie does not come: the preview is broken.
void giveUpMovie(api::Writing &writing, const Json &input);
/// Its movie is awaited again. Throws 409 when the upload has gone.
void awaitMovie(api::Writing &writing, const Json &input);
/// First frame, thumbnails and tiles of a movie; false when it cannot be decoded.
bool storeMoviePictures(const Services &services, media::NewFiles &files, const std::string &previewId,
    const std::filesystem::path &movie, const media::MovieFacts &facts);

} // namespace callboard::tasks
