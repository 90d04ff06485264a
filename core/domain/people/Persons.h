// SPDX-License-Identifier: GPL-3.0-or-later
// People as records: /data/persons.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response listPersons(api::Reading &reading, const api::Request &request);
api::Response showPerson(api::Reading &reading, const api::Request &request);
api::Response createPerson(api::Working &working, api::Request &request);
api::Response updatePerson(api::Writing &writing, api::Request &request);

/// Without ?force=true only people whom nothing names; with it comments, time, team and assignments go along.
api::Response removePerson(api::Writing &writing, api::Request &request);
/// The same for an import. Throws 400 when something names the person and it is not forced, 403 for oneself, 404.
void deletePerson(api::Writing &writing, const std::string &id, bool isForced);

/// Takes the picture of the person in the path (without one: the caller's) away.
api::Response clearPicture(api::Writing &writing, api::Request &request);

struct PersonFields;
/// Makes the person and tells it; returns the identifier. The rights and the fields were checked; a password must
/// have been hashed into the fields' values. Throws 400 for a mail address that is taken.
std::string makePerson(api::Writing &writing, const PersonFields &fields);
/// Changes the person and tells it: those who are paused lose their sessions. Throws 400 (the mail address is taken,
/// the last administrator would go), 403 for others than the person and admins, 404.
void changePerson(api::Writing &writing, const std::string &id, const PersonFields &fields);

/// A person as creating and changing tell it: with departments and the name (jti) of the newest script token.
Json changedPerson(api::Writing &writing, const std::string &id);
/// The identifier in the path; 400 when it is malformed, as this family of routes answers.
std::string personIdOf(const api::Request &request, std::string_view parameter);
/// Throws 400 when the person is the last active administrator who can sign in.
void requireAnotherAdministrator(store::Connection &database, const std::string &personId);

} // namespace callboard::people
