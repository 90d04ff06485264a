// SPDX-License-Identifier: GPL-3.0-or-later
// Making previews: the empty one that a comment gets before its file comes, and copies of a revision.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::tasks {

/// POST /actions/tasks/{task_id}/comments/{comment_id}/add-preview
api::Response addPreview(api::Writing &writing, api::Request &request);
/// POST /actions/tasks/{task_id}/comments/{comment_id}/preview-files/{preview_file_id}: one more file beside it
api::Response addPreviewBeside(api::Writing &writing, api::Request &request);
/// Copies every file of the newest revision of a task to a comment of another one, as its next revision.
void copyLastRevision(api::Writing &writing, const std::string &fromTaskId, const std::string &toTaskId,
    const std::string &commentId, const std::string &personId);
/// Makes an empty preview on the comment and tells it; returns the row.
Json makePreview(api::Writing &writing, const std::string &taskId, const std::string &projectId,
    const std::string &commentId, const std::string &personId, std::int64_t revision);
/// The same with the comment's next revision, for the caller.
Json makePreviewOf(api::Writing &writing, const std::string &commentId);

} // namespace callboard::tasks
