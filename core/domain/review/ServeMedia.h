// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and movies of previews, as files: who may see them was decided before.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// GET /pictures/thumbnails/preview-files/{preview_file_id}.png, and the other sizes
api::Response readThumbnail(api::Reading &reading, const api::Request &request);
api::Response readSquare(api::Reading &reading, const api::Request &request);
api::Response readScaled(api::Reading &reading, const api::Request &request);
/// GET /pictures/originals/preview-files/{file_name}: NAME is the identifier with the preview's extension
api::Response readOriginal(api::Reading &reading, const api::Request &request);
/// GET /pictures/originals/preview-files/{preview_file_id}/download
api::Response downloadOriginal(api::Reading &reading, const api::Request &request);
/// GET /movies/originals/preview-files/{preview_file_id}.mp4; /low/ falls back to it
api::Response readMovie(api::Reading &reading, const api::Request &request);
api::Response readLowMovie(api::Reading &reading, const api::Request &request);
api::Response downloadMovie(api::Reading &reading, const api::Request &request);
/// GET /movies/tiles/preview-files/{preview_file_id}.png
api::Response readTiles(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
