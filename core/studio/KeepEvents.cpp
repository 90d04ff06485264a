// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/studio/KeepEvents.h"

#include "core/records/ManyRows.h"

namespace callboard {

void keepEvents(api::Writing &writing)
{
    const auto &caller = writing.caller;
    // Together: within a large change each further statement costs SQLite more than the one before.
    records::ManyRows kept("api_event");
    for (const api::Event &event : writing.events()) {
        if (!event.isKept) continue;
        kept.make({{"id", writing.newId()}, {"name", event.name}, {"data", event.payload},
            {"user_id", event.hasAuthor && caller.isSignedIn() ? Json(caller.id) : Json()},
            {"project_id", event.projectId ? Json(*event.projectId) : Json()}});
    }
    kept.write(writing);
}

} // namespace callboard
