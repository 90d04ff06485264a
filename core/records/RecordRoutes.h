// SPDX-License-Identifier: GPL-3.0-or-later
// The generic create, read, update, delete and list routes of every table.
#pragma once

#include "core/api/Route.h"

namespace callboard::records {

api::Routes recordRoutes();

} // namespace callboard::records
