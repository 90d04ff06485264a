// SPDX-License-Identifier: GPL-3.0-or-later
// What happened: news of productions, notifications of people, events.
#pragma once

#include "core/api/Route.h"

namespace callboard::news {

api::Routes newsRoutes();

} // namespace callboard::news
