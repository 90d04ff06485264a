// SPDX-License-Identifier: GPL-3.0-or-later
// A movie between its upload and the end of the job that makes the movie to be watched: how far it is, and
// what was uploaded. Callboard's own routes beside the documented ones.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// GET /data/preview-files/{preview_file_id}/preparation: {status, progress (0 to 1, null: none), has_upload}
api::Response readPreparation(api::Reading &reading, const api::Request &request);
/// GET /data/preview-files/{preview_file_id}/upload: the file as it was sent; 404 when it is gone, as after the job
api::Response readUpload(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
