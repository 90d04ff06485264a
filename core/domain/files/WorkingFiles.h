// SPDX-License-Identifier: GPL-3.0-or-later
// Working files: where they go by the production's file tree, their revisions, and their bytes.
#pragma once

#include "core/api/Operation.h"

namespace callboard::files {

/// POST /actions/projects/{project_id}/set-file-tree: one of the trees that Callboard brings along, by name.
api::Response setFileTree(api::Writing &writing, api::Request &request);
/// POST /data/tasks/{task_id}/working-file-path: {path, name}; the next revision unless one is given.
api::Response tellWorkingPath(api::Writing &writing, api::Request &request);
/// POST /data/tasks/{task_id}/working-files/new; who makes one is assigned to the task.
api::Response newWorkingFile(api::Writing &writing, api::Request &request);
/// PUT /actions/working-files/{working_file_id}/comment
api::Response commentWorkingFile(api::Writing &writing, api::Request &request);
/// PUT /actions/working-files/{working_file_id}/modified: it was changed now.
api::Response touchWorkingFile(api::Writing &writing, api::Request &request);
/// POST /data/working-files/{working_file_id}/file
api::Response storeWorkingFile(api::Working &working, api::Request &request);
/// GET /data/working-files/{working_file_id}/file, as a download
api::Response readWorkingFile(api::Reading &reading, const api::Request &request);

} // namespace callboard::files
