// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/FileRoutes.h"

namespace callboard::files {

api::Routes fileRoutes()
{
    return {};
}

} // namespace callboard::files
