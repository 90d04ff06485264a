// SPDX-License-Identifier: GPL-3.0-or-later
// Assets, shots and edits from files. A row names an entity by its place and name: one that is not there is made, with
// all tasks of the production; one that is there is changed with ?update=true and else left as it is. A file is taken
// as a whole or not at all; a fault is told with its line.
#pragma once

#include "core/access/Rules.h"

namespace callboard::exchange {

/// Managers of the production; 400 for a malformed identifier.
access::Access importsIntoProject();

api::Response importAssets(api::Working &working, api::Request &request);
api::Response importShots(api::Working &working, api::Request &request);
api::Response importEdits(api::Working &working, api::Request &request);

} // namespace callboard::exchange
