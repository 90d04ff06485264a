// SPDX-License-Identifier: GPL-3.0-or-later
// What is told to connected clients after a commit (names and payloads: docs/architecture.md).
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::api {

/// One event. Everything that decides who may hear it is in the value itself.
struct Event
{
    std::string name;                         // "task:update"
    Json payload = Json::object();            // identifiers, and project_id where it belongs to one
    std::optional<std::string> projectId;     // heard by its team and by administrators alone, when set
    std::optional<std::string> personId;      // heard by this person alone, when set
    bool isKept = true;                       // listed by GET /data/events/last
    bool hasAuthor = true;                    // kept with the person who made the change
    std::vector<std::string> hiddenFromRoles; // roles that never hear it, for instance "client"
};

} // namespace callboard::api
