// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks, assignments, comments, attachments.
#pragma once

#include "core/api/Route.h"

namespace callboard::tasks {

api::Routes taskRoutes();

} // namespace callboard::tasks
