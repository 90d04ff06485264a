// SPDX-License-Identifier: GPL-3.0-or-later
// Previews as rows: which is a task's last, which is an entity's main one, and their removal.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>

namespace callboard::tasks {

struct PreviewPlace
{
    std::string id;
    std::string taskId;
    std::string projectId;
    std::string entityId;
    std::string status;
    std::string extension;
    std::string originalName; // empty: nothing was uploaded yet
    std::int64_t revision = 1;
    std::int64_t position = 1;
};

/// Throws 404.
PreviewPlace existingPreview(api::Reading &reading, const std::string &id);
/// Takes the preview out of everything that refers to it, and its files; the row itself goes afterwards.
void clearPreview(api::Writing &writing, const PreviewPlace &preview);
/// Removes the preview, its files and what refers to it; the task falls back to its newest remaining one.
void removePreview(api::Writing &writing, const std::string &id);
/// The preview was made ready: the task's last one (position 1, pictures and movies), and the entity's main
/// one where the production says so.
void previewIsReady(api::Writing &writing, const PreviewPlace &preview);
/// As the job that makes a movie tells it: nobody did it.
void tellMovieIsMade(api::Writing &writing, const PreviewPlace &preview);
/// Makes it the entity's main preview, tells it, and returns the entity as told.
Json setMainPreview(api::Writing &writing, const PreviewPlace &preview);

/// PUT /actions/preview-files/{preview_file_id}/set-main-preview; of a movie a frame_number may be chosen
api::Response setPreviewAsMain(api::Working &working, api::Request &request);
/// PUT /actions/tasks/{task_id}/set-main-preview: the task's newest
api::Response setTaskPreviewAsMain(api::Writing &writing, api::Request &request);
/// GET /data/tasks/{task_id}/previews
api::Response listTaskPreviews(api::Reading &reading, const api::Request &request);
/// GET /data/playlists/preview-files/running: those that wait for their file, are worked on, or failed
api::Response listRunningPreviews(api::Reading &reading, const api::Request &request);
/// GET /data/projects/{project_id}/preview-files
api::Response listProjectPreviews(api::Reading &reading, const api::Request &request);
/// DELETE /actions/tasks/{task_id}/comments/{comment_id}/preview-files/{preview_file_id}
api::Response removeCommentPreview(api::Writing &writing, api::Request &request);

} // namespace callboard::tasks
