// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/FileHooks.h"

#include "core/access/Belonging.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"
#include "core/domain/tasks/PreviewRows.h"

namespace callboard::files::hooks {

using namespace access;
using namespace records;

Access workersOnFile()
{
    return {"managers of the file's production, and who works on its task", false,
        [](Reading &reading, const Request &request) {
            const auto belonging =
                belongingOrNotFound(reading.database, "working_file", recordId(request, "working_file"));
            if (isMember(reading, belonging.projectId, Members::Leaders)) return;
            requireMember(reading, belonging.projectId, Members::All);
            if (belonging.taskId.empty() || !isAssigned(reading, belonging.taskId)) throw api::forbidden();
        }};
}

Access makersOfOutput()
{
    return {"managers of the file's production, and who has a task of its entity", false,
        [](Reading &reading, const Request &request) {
            const auto belonging =
                belongingOrNotFound(reading.database, "output_file", recordId(request, "output_file"));
            if (isMember(reading, belonging.projectId, Members::Managers)) return;
            requireMember(reading, belonging.projectId, Members::All);
            if (reading.caller.isClient() || belonging.entityId.empty() || !hasTaskOf(reading, belonging.entityId))
                throw api::forbidden();
        }};
}

} // namespace callboard::files::hooks
