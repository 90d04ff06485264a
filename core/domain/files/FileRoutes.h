// SPDX-License-Identifier: GPL-3.0-or-later
// Working and output files, file trees, softwares.
#pragma once

#include "core/api/Route.h"

namespace callboard::files {

api::Routes fileRoutes();

} // namespace callboard::files
