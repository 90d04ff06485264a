// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts that publish from a file system: the task waits for review, with a preview that lies on a disk of the studio.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// PUT /actions/tasks/{task_id}/to-review {person_id, comment, preview_path, name, revision, change_status}: a
/// preview with that path, and the studio's status of feedback unless change_status is false. Throws 400 for an
/// unknown person, or when the studio has no such status.
api::Response sendToReview(api::Writing &writing, api::Request &request);

} // namespace callboard::review
