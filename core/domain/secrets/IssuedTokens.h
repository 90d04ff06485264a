// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens that people and scripts hold: new ones for scripts, and the end of all sessions that somebody has.
#pragma once

#include "core/api/Operation.h"

#include <cstdint>
#include <optional>
#include <string>

namespace callboard::secrets {

/// Seconds since 1970.
std::int64_t presentSecond();

/// Ends every session that a person has now; later ones are not concerned.
void endSessions(api::Writing &writing, const std::string &personId);
/// Tells that a session of a person has ended: what still hears events by its token has to be cut off.
void tellSessionEnded(api::Writing &writing, const std::string &personId);
/// A token for scripts ("person_api") or bots ("bot"); the person's earlier one falls. It lasts to the end
/// of the day `expirationDate`, or for good. Returns the token.
std::string newScriptToken(
    api::Writing &writing, const std::string &personId, bool isBot, const std::optional<std::string> &expirationDate);

} // namespace callboard::secrets
