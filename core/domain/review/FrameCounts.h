// SPDX-License-Identifier: GPL-3.0-or-later
// How many frames shots have, by their movies.
#pragma once

#include "core/api/Operation.h"

namespace callboard::review {

/// POST /actions/projects/{project_id}/task-types/{task_type_id}/set-shot-nb-frames: the length of the newest movie of
/// that task type, in the shot's or the production's rate; ?episode_id=. Tells [{id, nb_frames}] of all shots that have
/// one.
api::Response setFrameCounts(api::Writing &writing, api::Request &request);

} // namespace callboard::review
