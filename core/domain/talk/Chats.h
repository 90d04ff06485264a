// SPDX-License-Identifier: GPL-3.0-or-later
// The chat about an entity: it comes to be when it is first asked for; who joined writes, the team reads.
#pragma once

#include "core/api/Operation.h"

namespace callboard::talk {

api::Response showChat(api::Writing &writing, api::Request &request);
api::Response joinChat(api::Writing &writing, api::Request &request);
api::Response leaveChat(api::Writing &writing, api::Request &request);
api::Response listOwnChats(api::Reading &reading, const api::Request &request);

/// The chat about the entity, made when there is none.
Json chatAbout(api::Writing &writing, const std::string &entityId);
bool isParticipant(store::Connection &database, const std::string &chatId, const std::string &personId);
/// Told to connected members of the production's team, kept nowhere.
void tellChat(api::Writing &writing, const std::string &name, Json payload, const std::string &entityId);

} // namespace callboard::talk
