// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/ScheduleRoutes.h"

namespace callboard::schedule {

api::Routes scheduleRoutes()
{
    return {};
}

} // namespace callboard::schedule
