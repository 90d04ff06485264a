// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskRights.h"

#include "ui/openstudio/StudioDirectory.h"

namespace callboard::ui {

TaskRights TaskRights::of(const SignedInPerson &me, const StudioDirectory &directory, const TaskDetail &task)
{
    const DirectoryProduction *production = directory.production(task.productionId);
    const bool isInTeam = me.isAdmin() || (production && production->teamIds.contains(me.id));
    const bool supervises = me.role == QStringLiteral("supervisor")
        && (me.departmentIds.isEmpty() || me.departmentIds.contains(task.departmentId));
    TaskRights rights;
    rights.personId = me.id;
    rights.isAdmin = me.isAdmin();
    rights.manages = isInTeam && me.isManager();
    rights.leads = isInTeam && (me.isManager() || supervises);
    rights.comments = isInTeam && (rights.leads || me.isClient() || task.assigneeIds.contains(me.id));
    rights.publishes = rights.comments && !me.isClient();
    rights.seesTime = !me.isClient();
    return rights;
}

} // namespace callboard::ui
