// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/ReviewRoutes.h"

#include "core/access/PathIds.h"
#include "core/domain/entities/EntityRules.h"
#include "core/domain/review/Annotations.h"
#include "core/domain/review/Backgrounds.h"
#include "core/domain/review/FrameCounts.h"
#include "core/domain/review/PlaylistBuilds.h"
#include "core/domain/review/PlaylistFiles.h"
#include "core/domain/review/PlaylistPreviews.h"
#include "core/domain/review/PlaylistRules.h"
#include "core/domain/review/Playlists.h"
#include "core/domain/review/Preparation.h"
#include "core/domain/review/ServeMedia.h"
#include "core/domain/review/TemporaryPlaylist.h"
#include "core/domain/review/Thumbnails.h"
#include "core/domain/review/ToReview.h"
#include "core/domain/tasks/PreviewRules.h"
#include "core/domain/tasks/TaskRules.h"

namespace callboard::review {

using api::Verb;
using entities::Kind;

api::Routes reviewRoutes()
{
    using namespace access;
    // clang-format off: one route a line.
    return {
        {Verb::Post, "/actions/projects/{project_id}/task-types/{task_type_id}/set-shot-nb-frames",
            withIds({"project_id", "task_type_id"}, managersOf()), setFrameCounts},
        {Verb::Put, "/actions/tasks/{task_id}/to-review", both(tasks::actsOnTask(), notClients()), sendToReview},
        {Verb::Get, "/data/shots/{shot_id}/preview-files", entities::readsEntity("shot_id", Kind::Shot),
            listPreviewsByTaskType},
        {Verb::Get, "/data/edits/{edit_id}/preview-files", entities::readsEntity("edit_id", Kind::Edit),
            listPreviewsByTaskType},
        {Verb::Get, "/data/concepts/{concept_id}/preview-files", entities::readsEntity("concept_id", Kind::Concept),
            listPreviewsByTaskType},
        {Verb::Get, "/data/playlists/entities/{entity_id}/preview-files", entities::readsAnyEntity("entity_id"),
            listPlaylistPreviews},

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

        {Verb::Get, "/data/preview-files/{preview_file_id}/preparation", tasks::readsPreview(), readPreparation},
        {Verb::Get, "/data/preview-files/{preview_file_id}/upload", tasks::readsPreview(), readUpload},
        {Verb::Put, "/actions/preview-files/{preview_file_id}/update-annotations", tasks::drawsOnPreview(),
            updateAnnotations},
        {Verb::Put, "/actions/preview-files/{preview_file_id}/update-position", tasks::actsOnPreview(), updatePosition},

        {Verb::Get, "/pictures/thumbnails/preview-files/{preview_file_id}.png", tasks::seesPreview(), readThumbnail},
        {Verb::Get, "/pictures/thumbnails-square/preview-files/{preview_file_id}.png", tasks::seesPreview(),
            readSquare},
        {Verb::Get, "/pictures/previews/preview-files/{preview_file_id}.png", tasks::readsPreview(), readScaled},
        {Verb::Get, "/pictures/originals/preview-files/{file_name}", tasks::readsPreviewNamed(), readOriginal},
        {Verb::Get, "/pictures/originals/preview-files/{preview_file_id}/download", tasks::readsPreview(),
            downloadOriginal},
        {Verb::Get, "/movies/originals/preview-files/{preview_file_id}.mp4", tasks::readsPreview(), readMovie},
        {Verb::Get, "/movies/originals/preview-files/{preview_file_id}/download", tasks::readsPreview(), downloadMovie},
        {Verb::Get, "/movies/low/preview-files/{preview_file_id}.mp4", tasks::readsPreview(), readLowMovie},
        {Verb::Get, "/movies/tiles/preview-files/{preview_file_id}.png", tasks::readsPreview(), readTiles},

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
        {Verb::Get, "/pictures/thumbnails/projects/{instance_id}", tasks::seesProjectPicture(), readProjectPicture},
        {Verb::Get, "/pictures/thumbnails/projects/{instance_id}.png", tasks::seesProjectPicture(), readProjectPicture},
        {Verb::Post, "/pictures/preview-background-files/{instance_id}", admins(), uploadBackground},
        {Verb::Get, "/pictures/preview-background-files/{file_name}", signedIn(), readBackground},
        {Verb::Get, "/pictures/thumbnails/preview-background-files/{instance_id}.png", signedIn(),
            readBackgroundThumbnail},
        {Verb::Get, "/pictures/thumbnails/attachment-files/{attachment_file_id}.png", tasks::readsPictureOfAttachment(),
            readAttachmentPicture},
    };
    // clang-format on
}

} // namespace callboard::review
