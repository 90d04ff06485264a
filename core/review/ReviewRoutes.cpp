// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/ReviewRoutes.h"

#include "core/access/PreviewRules.h"
#include "core/review/NewPreview.h"
#include "core/review/PreviewRows.h"
#include "core/review/UploadPreview.h"

namespace callboard::review {

using api::Verb;

api::Routes reviewRoutes()
{
    using namespace access;
    // clang-format off: one route a line.
    return {
        {Verb::Post,   "/actions/tasks/{task_id}/comments/{comment_id}/add-preview",                     actsOnTask(),    addPreview},
        {Verb::Post,   "/actions/tasks/{task_id}/comments/{comment_id}/preview-files/{preview_file_id}", actsOnTask(),    addPreviewBeside},
        {Verb::Delete, "/actions/tasks/{task_id}/comments/{comment_id}/preview-files/{preview_file_id}", actsOnTask(),    removeCommentPreview},
        {Verb::Post,   "/pictures/preview-files/{preview_file_id}",                                      actsOnPreview(), uploadPreview},
        {Verb::Put,    "/actions/preview-files/{preview_file_id}/set-main-preview",                      actsOnPreview(), setPreviewAsMain},
        {Verb::Put,    "/actions/tasks/{task_id}/set-main-preview",                                      actsOnTask(),    setTaskPreviewAsMain},
        {Verb::Get,    "/data/tasks/{task_id}/previews",                                                 readsTask(),     listTaskPreviews},
        {Verb::Get,    "/data/projects/{project_id}/preview-files",                                      admins(),        listProjectPreviews},
    };
    // clang-format on
}

} // namespace callboard::review
