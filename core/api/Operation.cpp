// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Operation.h"

namespace callboard::api {

void Writing::tell(std::string name, Json payload, std::optional<std::string> projectId)
{
    Event event;
    event.name = std::move(name);
    event.payload = std::move(payload);
    if (projectId) event.payload["project_id"] = *projectId;
    event.projectId = std::move(projectId);
    m_events.push_back(std::move(event));
}

} // namespace callboard::api
