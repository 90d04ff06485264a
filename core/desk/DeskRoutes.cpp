// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/DeskRoutes.h"

namespace callboard::desk {

api::Routes deskRoutes()
{
    return {};
}

} // namespace callboard::desk
