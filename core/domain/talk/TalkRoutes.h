// SPDX-License-Identifier: GPL-3.0-or-later
// The chats about entities.
#pragma once

#include "core/api/Route.h"

namespace callboard::talk {

api::Routes talkRoutes();

} // namespace callboard::talk
