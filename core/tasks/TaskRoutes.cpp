// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/TaskRoutes.h"

namespace callboard::tasks {

api::Routes taskRoutes()
{
    return {};
}

} // namespace callboard::tasks
