// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the whole studio: people, productions, task types, tasks, time spent. Managers read the tasks and times
// of their own open productions; closed ones are left out.
#pragma once

#include "core/api/Operation.h"

namespace callboard::exchange {

api::Response exportPersons(api::Reading &reading, const api::Request &request);
api::Response exportProjects(api::Reading &reading, const api::Request &request);
api::Response exportTaskTypes(api::Reading &reading, const api::Request &request);
api::Response exportTasks(api::Reading &reading, const api::Request &request);
api::Response exportTimeSpents(api::Reading &reading, const api::Request &request);

} // namespace callboard::exchange
