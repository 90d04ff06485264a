// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/KeepEvents.h"

#include "core/records/Record.h"

namespace callboard::events {

void keepEvents(api::Writing &writing)
{
    const auto &caller = writing.caller;
    for (const Event &event : writing.events()) {
        if (!event.isKept) continue;
        records::insert(writing, "api_event",
            {{"name", event.name}, {"data", event.payload},
                {"user_id", event.hasAuthor && caller.isSignedIn() ? Json(caller.id) : Json()},
                {"project_id", event.projectId ? Json(*event.projectId) : Json()}});
    }
}

} // namespace callboard::events
