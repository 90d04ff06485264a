// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/Operation.h"

namespace callboard::production {

/// The people of a production: whole records to its managers and admins, the short form to everyone else.
api::Response listTeam(api::Reading &reading, const api::Request &request);

} // namespace callboard::production
