// SPDX-License-Identifier: GPL-3.0-or-later
// Who may take part in the chat about an entity: the team of its production; vendors where it is their work.
#pragma once

#include "core/access/Rules.h"

namespace callboard::talk {

api::Access chatsAbout(std::string entityParameter = "entity_id");

} // namespace callboard::talk
