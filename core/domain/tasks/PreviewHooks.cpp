// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/PreviewHooks.h"

#include "core/access/Belonging.h"
#include "core/domain/tasks/PreviewRows.h"
#include "core/domain/tasks/PreviewRules.h"
#include "core/media/FileStore.h"
#include "core/records/Reach.h"

namespace callboard::tasks::hooks {

using namespace access;
using namespace records;

Access leadersOfPreview()
{
    return membersOfRecord("preview_file", Members::Managers);
}

Access attachedSomewhere()
{
    return {"an attachment of a comment or a message", false, [](Reading &reading, const Request &request) {
                const auto belonging =
                    belongingOrNotFound(reading.database, "attachment_file", recordId(request, "attachment_file"));
                if (belonging.projectId.empty()) throw api::forbidden("The file is attached to nothing.");
                requireWordsOfAttachment(reading, recordId(request, "attachment_file"));
            }};
}

void keepPreviewInReach(api::Writing &writing, const Json &row, Input &input)
{
    requireManaged(writing, row, input, "task_id", "task");
}

void removePreview(api::Writing &writing, const Json &row, bool)
{
    if (row["task_id"].is_string()) tasks::clearPreview(writing, tasks::existingPreview(writing, row["id"]));
}

} // namespace callboard::tasks::hooks
