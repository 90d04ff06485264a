// SPDX-License-Identifier: GPL-3.0-or-later
// The files of preview backgrounds: Radiance pictures that light 3D previews.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// POST /pictures/preview-background-files/{instance_id}; what is refused removes the waiting record
api::Response uploadBackground(api::Working &working, api::Request &request);
/// GET /pictures/preview-background-files/{file_name}: the identifier with .hdr
api::Response readBackground(api::Reading &reading, const api::Request &request);
/// GET /pictures/thumbnails/preview-background-files/{instance_id}.png
api::Response readBackgroundThumbnail(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
