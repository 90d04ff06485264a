// SPDX-License-Identifier: GPL-3.0-or-later
// The links between entities of a production as records, for managers and for programs that copy castings.
#pragma once

#include "core/api/Operation.h"

namespace callboard::breakdown {

/// All of them; with limit the first ones; with page or cursor_created_at a page with totals.
api::Response listProjectLinks(api::Reading &reading, const api::Request &request);
api::Response removeProjectLink(api::Writing &writing, api::Request &request);

} // namespace callboard::breakdown
