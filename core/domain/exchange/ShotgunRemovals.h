// SPDX-License-Identifier: GPL-3.0-or-later
// POST /import/shotgun/remove/…: what went away in ShotGrid goes here too, by its number. What is in use stays, and
// the answer says so; a number that nobody has is no fault.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

api::Response removeShotgunAsset(api::Writing &writing, api::Request &request);
api::Response removeShotgunShot(api::Writing &writing, api::Request &request);
api::Response removeShotgunScene(api::Writing &writing, api::Request &request);
api::Response removeShotgunSequence(api::Writing &writing, api::Request &request);
api::Response removeShotgunEpisode(api::Writing &writing, api::Request &request);
api::Response removeShotgunProject(api::Writing &writing, api::Request &request);
api::Response removeShotgunPerson(api::Writing &writing, api::Request &request);
/// Somebody leaves a team.
api::Response removeShotgunConnection(api::Writing &writing, api::Request &request);
api::Response removeShotgunStep(api::Writing &writing, api::Request &request);
api::Response removeShotgunStatus(api::Writing &writing, api::Request &request);
api::Response removeShotgunTask(api::Writing &writing, api::Request &request);
api::Response removeShotgunNote(api::Writing &writing, api::Request &request);
api::Response removeShotgunVersion(api::Writing &writing, api::Request &request);

} // namespace callboard::exchange
