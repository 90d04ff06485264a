// SPDX-License-Identifier: GPL-3.0-or-later
// From ShotGrid: tasks, the notes on them, and versions, which become previews without files.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

/// Known by their number, else by name, production, type and entity. Nobody is notified.
api::Response importShotgunTasks(api::Working &working, api::Request &request);
/// A note is a comment on the first of its tasks that is here, without a status.
api::Response importShotgunNotes(api::Working &working, api::Request &request);
/// Known by their number, else by task and name.
api::Response importShotgunVersions(api::Working &working, api::Request &request);

} // namespace callboard::exchange
