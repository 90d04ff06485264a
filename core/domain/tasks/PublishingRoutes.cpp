// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/PublishingRoutes.h"

#include "core/domain/tasks/ExtractFrame.h"
#include "core/domain/tasks/NewPreview.h"
#include "core/domain/tasks/PreviewRows.h"
#include "core/domain/tasks/PreviewRules.h"
#include "core/domain/tasks/UploadPreview.h"

namespace callboard::tasks {

using api::Verb;

api::Routes publishingRoutes()
{
    using namespace access;
    // clang-format off: one route a line.
    return {
        {Verb::Post, "/actions/tasks/{task_id}/comments/{comment_id}/add-preview", actsOnTask(), addPreview},
        {Verb::Post, "/actions/tasks/{task_id}/comments/{comment_id}/preview-files/{preview_file_id}", actsOnTask(),
            addPreviewBeside},
        {Verb::Delete, "/actions/tasks/{task_id}/comments/{comment_id}/preview-files/{preview_file_id}",
            both(actsOnTask(), notClients()), removeCommentPreview},
        {Verb::Post, "/pictures/preview-files/{preview_file_id}", actsOnPreview(), uploadPreview},
        {Verb::Put, "/actions/preview-files/{preview_file_id}/set-main-preview", both(actsOnPreview(), notClients()),
            setPreviewAsMain},
        {Verb::Put, "/actions/tasks/{task_id}/set-main-preview", both(actsOnTask(), notClients()),
            setTaskPreviewAsMain},
        {Verb::Get, "/data/tasks/{task_id}/previews", readsTask(), listTaskPreviews},
        {Verb::Get, "/data/projects/{project_id}/preview-files", admins(), listProjectPreviews},
        {Verb::Get, "/data/playlists/preview-files/running", admins(), listRunningPreviews},
        {Verb::Get, "/actions/preview-files/{preview_file_id}/extract-frame", managesPreview(), extractFrame},
        {Verb::Get, "/actions/preview-files/{preview_file_id}/extract-tile", readsPreview(), extractTile},
    };
    // clang-format on
}

} // namespace callboard::tasks
