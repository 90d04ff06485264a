// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the studio, as clients were told it, newest first.
#pragma once

#include "core/api/Operation.h"

namespace callboard::news {

/// Admins: all; managers: those of their productions. A hundred unless ?limit says otherwise.
api::Response listLastEvents(api::Reading &reading, const api::Request &request);

} // namespace callboard::news
