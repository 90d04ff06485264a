// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a preview arrives: a picture is brought to its sizes before the answer, a movie becomes a job,
// anything else that is allowed is kept as it is.
#pragma once

#include "core/api/Operation.h"

namespace callboard::tasks {

/// POST /pictures/preview-files/{preview_file_id}
api::Response uploadPreview(api::Working &working, api::Request &request);
/// The same for a file that came with a comment. Throws 400; a preview of a type that is not accepted goes.
api::Response storeUpload(
    api::Working &working, const std::string &previewId, api::UploadedFile &upload, bool isNormalisedMovie = true);
/// Removes a preview whose file was refused, when it is still there.
void discardPreview(api::Working &working, const std::string &previewId);

} // namespace callboard::tasks
