// SPDX-License-Identifier: GPL-3.0-or-later
// The lengths of shots, taken from their movies.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

/// Gives each shot with a task of that type the number of frames of its newest movie there: duration × frame rate,
/// rounded. With ?episode_id= of one episode alone. Answers with the shots that were changed.
api::Response setFramesFromPreviews(api::Writing &writing, api::Request &request);

} // namespace callboard::breakdown
