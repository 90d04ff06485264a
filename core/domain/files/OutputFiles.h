// SPDX-License-Identifier: GPL-3.0-or-later
// Output files: what was published for an entity, or for an asset's instance in a shot, scene or asset. Where they
// go by the production's file tree, and their revisions: counted by output type, task type and name.
#pragma once

#include "core/api/Operation.h"

namespace callboard::files {

// The path names {entity_id}, or {asset_instance_id} and {temporal_entity_id}.

/// POST …/output-file-path: {folder_path, file_name}; the next revision unless one is given.
api::Response tellOutputPath(api::Reading &reading, const api::Request &request);
/// POST …/output-files/next-revision
api::Response tellNextRevision(api::Reading &reading, const api::Request &request);
/// POST …/output-files/new; the status is "To review" unless one is given.
api::Response newOutputFile(api::Writing &writing, api::Request &request);

} // namespace callboard::files
