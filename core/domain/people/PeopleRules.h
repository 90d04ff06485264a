// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see what people do: their days off, presence and time.
#pragma once

#include "core/access/Rules.h"

#include <string>
#include <vector>

namespace callboard::people {

/// The person must exist (404) and be no bot (403); then the person and admins.
api::Access ownDays(std::string personParameter = "person_id");
/// The same for the time: managers and supervisors too, who then see what timeSeenBy() leaves.
api::Access seesTimeOf(std::string personParameter = "person_id");

/// The person, managers of any production, and admins.
api::Access selfOrManagers(std::string personParameter = "person_id");

/// The team of the task's production without clients, vendors where it is theirs; 404 when there is no such task.
api::Access teamOfTask(std::string taskParameter = "task_id");

/// A condition on "task" and "task_type" (and "time_spent") for the time that the caller sees, beside the own:
/// managers their productions; supervisors also only their departments; admins all.
struct TimeCondition
{
    std::string sql;
    std::vector<store::Value> values;
};
TimeCondition timeSeenBy(const api::Reading &reading);

} // namespace callboard::people
