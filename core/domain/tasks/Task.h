// SPDX-License-Identifier: GPL-3.0-or-later
// A task as the operations on it need it.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::tasks {

/// A status with the marks that rules depend on.
struct Status
{
    std::string id;
    bool isDone = false;
    bool isRetake = false;
    bool isFeedbackRequest = false;
    bool isWorkInProgress = false;
    bool isArtistAllowed = true;
    bool isClientAllowed = true;
};

struct Task
{
    std::string id;
    std::string projectId;
    std::string entityId;
    std::string entityParentId; // empty: none
    std::string taskTypeId;
    std::string taskTypeName;
    Status status;
    std::int64_t retakeCount = 0;
    bool hasRealStart = false;
    std::int64_t retakeLimit = 0; // of the entity, else of the production; 0: none
    bool isOfConcept = false;
};

/// Throws 404.
Task readTask(api::Reading &reading, const std::string &id);
/// Throws 404, for malformed identifiers too.
Status readStatus(api::Reading &reading, const std::string &id);
/// The status that new tasks have. Throws 400 when the studio has none.
std::string defaultStatusId(api::Reading &reading, bool forConcept);
/// The tasks' rows as told, with their assignees, in the order of `ids`; unknown ones are left out.
Json tasksWithAssignees(api::Reading &reading, const std::vector<std::string> &ids);
/// One task as told, with its assignees. Throws 404.
Json taskWithAssignees(api::Reading &reading, const std::string &id);
/// The identifiers in a list of the body; 400 when one is no text, malformed ones are left out.
std::vector<std::string> identifiersIn(const Json &list);

} // namespace callboard::tasks
