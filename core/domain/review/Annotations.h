// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings on previews: changed by several people at once, object by object.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// `annotations` with the changes of a body: additions, then updates, then deletions. Moments match by their
/// time, objects by their id; ids that lack are made by `newId`. Throws 400 when the body has another form.
Json changedAnnotations(const Json &annotations, const Json &body, const std::function<std::string()> &newId);

/// PUT /actions/preview-files/{preview_file_id}/update-annotations
api::Response updateAnnotations(api::Writing &writing, api::Request &request);
/// PUT /actions/preview-files/{preview_file_id}/update-position
api::Response updatePosition(api::Writing &writing, api::Request &request);

} // namespace callboard::review
