// SPDX-License-Identifier: GPL-3.0-or-later
// The limit of wrong passwords and codes: after five, the last less than a minute ago, an account takes none.
// A try is counted before the password is looked at and taken back when it was right, so that many tries at
// once cannot slip through.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>

namespace callboard::auth {

/// What the account had before a try.
struct Tries
{
    std::int64_t failed = 0;
    std::optional<std::string> lastFailed; // moment
};

/// Counts a try as failed, in a change of its own; nothing when there were too many.
std::optional<Tries> beginTry(api::Working &working, const std::string &personId);
/// The password was right (or nothing was tried): the account has what it had before.
void takeBackTry(api::Writing &writing, const std::string &personId, const Tries &before);
/// The person is in: no failed tries any more.
void forgetTries(api::Writing &writing, const std::string &personId, const Tries &before);

} // namespace callboard::auth
