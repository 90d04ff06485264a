// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a preview arrives: a picture is brought to its sizes before the answer, a movie becomes a job,
// anything else that is allowed is kept as it is.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// POST /pictures/preview-files/{preview_file_id}
api::Response uploadPreview(api::Working &working, api::Request &request);

} // namespace callboard::review
