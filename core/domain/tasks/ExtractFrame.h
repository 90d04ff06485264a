// SPDX-License-Identifier: GPL-3.0-or-later
// Single frames and the overview of a movie's frames, for download.
#pragma once

#include "core/api/Operation.h"

#include <QImage>

namespace callboard::tasks {

/// GET /actions/preview-files/{preview_file_id}/extract-frame?frame_number=N, from 1
api::Response extractFrame(api::Working &working, api::Request &request);
/// GET /actions/preview-files/{preview_file_id}/extract-tile
api::Response extractTile(api::Working &working, api::Request &request);
/// The frame of a movie preview, from 1. Throws 400 when it has no such frame, 404 when it has no movie.
QImage frameOfPreview(api::Reading &reading, const std::string &previewId, std::int64_t number);

} // namespace callboard::tasks
