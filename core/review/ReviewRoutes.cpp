// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/ReviewRoutes.h"

#include "core/access/EntityRules.h"
#include "core/access/PlaylistRules.h"
#include "core/access/PreviewRules.h"
#include "core/review/Annotations.h"
#include "core/review/Backgrounds.h"
#include "core/review/ExtractFrame.h"
#include "core/review/FrameCounts.h"
#include "core/review/NewPreview.h"
#include "core/review/PlaylistBuilds.h"
#include "core/review/PlaylistFiles.h"
#include "core/review/PlaylistPreviews.h"
#include "core/review/Playlists.h"
#include "core/review/Preparation.h"
#include "core/review/PreviewRows.h"
#include "core/review/ServeMedia.h"
#include "core/review/TemporaryPlaylist.h"
#include "core/review/Thumbnails.h"
#include "core/review/UploadPreview.h"

namespace callboard::review {

using api::Verb;

api::Routes reviewRoutes()
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
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/set-shot-nb-frames", managersOf(),
            setFrameCounts},
        {Verb::Get, "/data/tasks/{task_id}/previews", readsTask(), listTaskPreviews},
        {Verb::Get, "/data/projects/{project_id}/preview-files", admins(), listProjectPreviews},
        {Verb::Get, "/data/playlists/entities/{entity_id}/preview-files", readsAnyEntity("entity_id"),
            listPlaylistPreviews},
        {Verb::Get, "/data/playlists/preview-files/running", admins(), listRunningPreviews},

        {Verb::Get, "/data/projects/{project_id}/playlists", both(notVendors(), teamOf()), listPlaylists},
        {Verb::Post, "/data/projects/{project_id}/playlists/temp", teamOf(), showTasksAsPlaylist},
        {Verb::Get, "/data/projects/{project_id}/build-jobs", admins(), listBuilds},
        {Verb::Get, "/data/playlists/{playlist_id}/download/zip", downloadsPlaylist(), downloadPlaylist},
        {Verb::Get, "/data/playlists/{playlist_id}/build/mp4", buildsPlaylist(), beginBuild},
        {Verb::Get, "/data/playlists/{playlist_id}/jobs/{build_job_id}", buildsPlaylist(), readBuild},
        {Verb::Delete, "/data/playlists/{playlist_id}/jobs/{build_job_id}", buildsPlaylist(), removeBuild},
        {Verb::Get, "/data/playlists/{playlist_id}/jobs/{build_job_id}/build/mp4", downloadsPlaylist(), downloadBuild},
        {Verb::Get, "/data/projects/{project_id}/playlists/{playlist_id}", both(notVendors(), teamOf()), readPlaylist},
        {Verb::Get, "/data/projects/{project_id}/episodes/{episode_id}/playlists", both(notVendors(), teamOf()),
            listEpisodePlaylists},

        {Verb::Get, "/data/preview-files/{preview_file_id}/preparation", readsPreview(), readPreparation},
        {Verb::Get, "/data/preview-files/{preview_file_id}/upload", readsPreview(), readUpload},
        {Verb::Put, "/actions/preview-files/{preview_file_id}/update-annotations", drawsOnPreview(), updateAnnotations},
        {Verb::Put, "/actions/preview-files/{preview_file_id}/update-position", actsOnPreview(), updatePosition},
        {Verb::Get, "/actions/preview-files/{preview_file_id}/extract-frame", managesPreview(), extractFrame},
        {Verb::Get, "/actions/preview-files/{preview_file_id}/extract-tile", readsPreview(), extractTile},

        {Verb::Get, "/pictures/thumbnails/preview-files/{preview_file_id}.png", seesPreview(), readThumbnail},
        {Verb::Get, "/pictures/thumbnails-square/preview-files/{preview_file_id}.png", seesPreview(), readSquare},
        {Verb::Get, "/pictures/previews/preview-files/{preview_file_id}.png", readsPreview(), readScaled},
        {Verb::Get, "/pictures/originals/preview-files/{file_name}", readsPreviewNamed(), readOriginal},
        {Verb::Get, "/pictures/originals/preview-files/{preview_file_id}/download", readsPreview(), downloadOriginal},
        {Verb::Get, "/movies/originals/preview-files/{preview_file_id}.mp4", readsPreview(), readMovie},
        {Verb::Get, "/movies/originals/preview-files/{preview_file_id}/download", readsPreview(), downloadMovie},
        {Verb::Get, "/movies/low/preview-files/{preview_file_id}.mp4", readsPreview(), readLowMovie},
        {Verb::Get, "/movies/tiles/preview-files/{preview_file_id}.png", readsPreview(), readTiles},

        {Verb::Post, "/pictures/thumbnails/persons/{instance_id}", selfOrAdmins("instance_id"), uploadPersonPicture},
        {Verb::Post, "/pictures/thumbnails/persons/{instance_id}.png", selfOrAdmins("instance_id"),
            uploadPersonPicture},
        {Verb::Get, "/pictures/thumbnails/persons/{instance_id}", signedIn(), readPersonPicture},
        {Verb::Get, "/pictures/thumbnails/persons/{instance_id}.png", signedIn(), readPersonPicture},
        {Verb::Post, "/pictures/thumbnails/organisations/{instance_id}", admins(), uploadOrganisationPicture},
        {Verb::Post, "/pictures/thumbnails/organisations/{instance_id}.png", admins(), uploadOrganisationPicture},
        {Verb::Get, "/pictures/thumbnails/organisations/{instance_id}", signedIn(), readOrganisationPicture},
        {Verb::Get, "/pictures/thumbnails/organisations/{instance_id}.png", signedIn(), readOrganisationPicture},
        {Verb::Post, "/pictures/thumbnails/projects/{instance_id}", admins(), uploadProjectPicture},
        {Verb::Post, "/pictures/thumbnails/projects/{instance_id}.png", admins(), uploadProjectPicture},
        {Verb::Get, "/pictures/thumbnails/projects/{instance_id}", seesProjectPicture(), readProjectPicture},
        {Verb::Get, "/pictures/thumbnails/projects/{instance_id}.png", seesProjectPicture(), readProjectPicture},
        {Verb::Post, "/pictures/preview-background-files/{instance_id}", admins(), uploadBackground},
        {Verb::Get, "/pictures/preview-background-files/{file_name}", signedIn(), readBackground},
        {Verb::Get, "/pictures/thumbnails/preview-background-files/{instance_id}.png", signedIn(),
            readBackgroundThumbnail},
        {Verb::Get, "/pictures/thumbnails/attachment-files/{attachment_file_id}.png", readsAttachment(),
            readAttachmentPicture},
    };
    // clang-format on
}

} // namespace callboard::review
