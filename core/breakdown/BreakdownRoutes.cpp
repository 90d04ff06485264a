// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/breakdown/BreakdownRoutes.h"

namespace callboard::breakdown {

api::Routes breakdownRoutes()
{
    return {};
}

} // namespace callboard::breakdown
