// SPDX-License-Identifier: GPL-3.0-or-later
// Assets, shots and edits as files: their columns, metadata, and for each task type the status and the people.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

api::Response exportAssets(api::Reading &reading, const api::Request &request);
api::Response exportShots(api::Reading &reading, const api::Request &request);
api::Response exportEdits(api::Reading &reading, const api::Request &request);

} // namespace callboard::exchange
