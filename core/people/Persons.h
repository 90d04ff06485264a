// SPDX-License-Identifier: GPL-3.0-or-later
// People as records: /data/persons.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response showPerson(api::Reading &reading, const api::Request &request);
api::Response createPerson(api::Working &working, api::Request &request);
api::Response updatePerson(api::Writing &writing, api::Request &request);

/// The identifier in the path; 400 when it is malformed, as this family of routes answers.
std::string personIdOf(const api::Request &request, std::string_view parameter);
/// Throws 400 when the person is the last active administrator who can sign in.
void requireAnotherAdministrator(store::Connection &database, const std::string &personId);

} // namespace callboard::people
