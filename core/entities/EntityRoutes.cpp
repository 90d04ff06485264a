// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/EntityRoutes.h"

namespace callboard::entities {

api::Routes entityRoutes()
{
    return {};
}

} // namespace callboard::entities
