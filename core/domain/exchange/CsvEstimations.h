// SPDX-License-Identifier: GPL-3.0-or-later
// Estimations, drawings, dates and difficulties of the tasks of one type, from a file. An empty cell changes nothing;
// a row without such a task refuses the file.
#pragma once

#include "core/access/Rules.h"

namespace callboard::exchange {

/// Managers of the production, and supervisors of the task type's department in its team.
access::Access estimatesTaskType();

/// The path may name an episode: its identifier, "main" or "all".
api::Response importEstimations(api::Working &working, api::Request &request);

} // namespace callboard::exchange
