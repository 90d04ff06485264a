// SPDX-License-Identifier: GPL-3.0-or-later
// /import/shotgun/errors: what could not be imported, kept by the programs that import, for an administrator to see.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

api::Response listImportErrors(api::Reading &reading, const api::Request &request);
/// Keeps any JSON but null.
api::Response keepImportError(api::Writing &writing, api::Request &request);
api::Response removeImportError(api::Writing &writing, api::Request &request);

} // namespace callboard::exchange
