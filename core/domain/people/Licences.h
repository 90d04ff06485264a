// SPDX-License-Identifier: GPL-3.0-or-later
// Which software licences and hardware items the departments have.
#pragma once

#include "core/api/Route.h"

namespace callboard::people {

/// /data/departments/…/software-licenses and …/hardware-items.
api::Routes licenceRoutes();

} // namespace callboard::people
