// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/talk/ChatRules.h"

namespace callboard::talk {

using namespace access;

Access chatsAbout(std::string entityParameter)
{
    return {"team of the production of " + entityParameter + "; vendors where they have a task", false,
        [entityParameter](Reading &reading, const Request &request) {
            const std::string id = request.pathId(entityParameter);
            auto entity = reading.database.query("SELECT project_id FROM entity WHERE id = ?", id);
            if (!entity.next()) throw api::notFound("The entity");
            requireTeam(reading, entity.text(0));
            if (!reading.caller.isVendor()) return;
            auto task = reading.database.query("SELECT 1 FROM task JOIN task_person_link ON task_id = task.id"
                                               " WHERE task.entity_id = ? AND person_id = ? LIMIT 1",
                id, reading.caller.id);
            if (!task.next()) throw api::forbidden();
        }};
}

} // namespace callboard::talk
