// SPDX-License-Identifier: GPL-3.0-or-later
// A playlist that is shown and not kept: the entities of some tasks with their previews.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// POST /data/projects/{project_id}/playlists/temp {task_ids}: in the order asked for, or with ?sort=true by parent
/// and name. Throws 404 for unknown tasks, 403 for those of others.
api::Response showTasksAsPlaylist(api::Reading &reading, const api::Request &request);

} // namespace callboard::review
