// SPDX-License-Identifier: GPL-3.0-or-later
// From ShotGrid: productions, people, teams, and what the studio's tasks are made of (steps and statuses).
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

/// sg_status names the production's status; the other sg_… fields become its data.
api::Response importShotgunProjects(api::Working &working, api::Request &request);
/// Known by their number, else by their mail address. Who is here keeps everything but the department.
api::Response importShotgunPersons(api::Working &working, api::Request &request);
/// Who is in which team. Answers with the productions.
api::Response importShotgunConnections(api::Working &working, api::Request &request);
/// Steps are task types; the first word of a step's code is its department.
api::Response importShotgunSteps(api::Working &working, api::Request &request);
/// Known by their number, else by their short name.
api::Response importShotgunStatuses(api::Working &working, api::Request &request);

} // namespace callboard::exchange
