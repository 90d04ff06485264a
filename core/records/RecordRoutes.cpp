// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordRoutes.h"

namespace callboard::records {

api::Routes recordRoutes()
{
    return {};
}

} // namespace callboard::records
