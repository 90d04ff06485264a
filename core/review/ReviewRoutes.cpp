// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/ReviewRoutes.h"

namespace callboard::review {

api::Routes reviewRoutes()
{
    return {};
}

} // namespace callboard::review
