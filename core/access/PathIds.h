// SPDX-License-Identifier: GPL-3.0-or-later
// Routes where a word of the path that is no identifier is a malformed request (400), not an unknown record (404).
#pragma once

#include "core/access/Rules.h"

namespace callboard::access {

/// As `rule`, once the named parts of the path are identifiers: 400 where one is none.
Access withIds(std::vector<std::string> parameters, Access rule);

} // namespace callboard::access
