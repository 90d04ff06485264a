// SPDX-License-Identifier: GPL-3.0-or-later
// Chats as records, which are for administrators alone.
#pragma once

#include "core/records/Model.h"

#include <vector>

namespace callboard::talk {

std::vector<records::Model> talkModels();

} // namespace callboard::talk
