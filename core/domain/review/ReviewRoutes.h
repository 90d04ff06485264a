// SPDX-License-Identifier: GPL-3.0-or-later
// Previews, annotations, playlists, picture and movie files.
#pragma once

#include "core/api/Route.h"

namespace callboard::review {

api::Routes reviewRoutes();

} // namespace callboard::review
