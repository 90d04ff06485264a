// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/production/ProductionRoutes.h"

namespace callboard::production {

api::Routes productionRoutes()
{
    return {};
}

} // namespace callboard::production
