// SPDX-License-Identifier: GPL-3.0-or-later
// CSV, OTIO, Kitsu, ShotGrid: in and out.
#pragma once

#include "core/api/Route.h"

namespace callboard::exchange {

api::Routes exchangeRoutes();

} // namespace callboard::exchange
