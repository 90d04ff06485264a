// SPDX-License-Identifier: GPL-3.0-or-later
// Shots from a cut: .otio, .edl or .xml. A clip that is named as a shot gives it its frames; for the others shots are
// made, with their sequences and with all tasks of the production. A cut is taken as a whole or not at all.
#pragma once

#include "core/access/Rules.h"

namespace callboard::exchange {

/// Managers of the production; 400 for one that does not exist.
access::Access importsCut();

/// POST /import/otio/projects/{project_id}, for a series with /episodes/{episode_id}. Fields of the form or query:
/// naming_convention, match_case. Answers with updated_shots and created_shots.
api::Response importTimeline(api::Working &working, api::Request &request);

} // namespace callboard::exchange
