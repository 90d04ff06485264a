// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ExchangeRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/exchange/CsvCasting.h"
#include "core/domain/exchange/CsvEntities.h"
#include "core/domain/exchange/CsvEstimations.h"
#include "core/domain/exchange/CsvPlaylist.h"
#include "core/domain/exchange/CsvStudio.h"
#include "core/domain/exchange/ImportEntities.h"
#include "core/domain/exchange/ImportErrors.h"
#include "core/domain/exchange/ImportPersons.h"
#include "core/domain/exchange/ImportTimeline.h"
#include "core/domain/exchange/KitsuEntities.h"
#include "core/domain/exchange/KitsuLinks.h"
#include "core/domain/exchange/KitsuProjects.h"
#include "core/domain/exchange/KitsuTasks.h"
#include "core/domain/exchange/ShotgunEntities.h"
#include "core/domain/exchange/ShotgunRemovals.h"
#include "core/domain/exchange/ShotgunStudio.h"
#include "core/domain/exchange/ShotgunTasks.h"

namespace callboard::exchange {

using api::Verb;

api::Routes exchangeRoutes()
{
    const auto withoutVendors = access::both(access::notVendors(), access::teamOf());
    return {
        {Verb::Post, "/import/csv/persons", access::admins(), importPersons},
        {Verb::Post, "/import/csv/projects/{project_id}/assets", importsIntoProject(), importAssets},
        {Verb::Post, "/import/csv/projects/{project_id}/shots", importsIntoProject(), importShots},
        {Verb::Post, "/import/csv/projects/{project_id}/edits", importsIntoProject(), importEdits},
        {Verb::Post, "/import/csv/projects/{project_id}/casting", importsIntoProject(), importCasting},
        {Verb::Post, "/import/csv/projects/{project_id}/task-types/{task_type_id}/estimations", estimatesTaskType(),
            importEstimations},
        {Verb::Post, "/import/csv/projects/{project_id}/episodes/{episode_id}/task-types/{task_type_id}/estimations",
            estimatesTaskType(), importEstimations},
        {Verb::Post, "/import/kitsu/projects", access::signedIn(), importKitsuProjects},
        {Verb::Post, "/import/kitsu/entities", access::signedIn(), importKitsuEntities},
        {Verb::Post, "/import/kitsu/entity-links", access::signedIn(), importKitsuLinks},
        {Verb::Post, "/import/kitsu/tasks", access::signedIn(), importKitsuTasks},
        {Verb::Post, "/import/kitsu/comments", access::managers(), importKitsuComments},

        {Verb::Post, "/import/otio/projects/{project_id}", importsCut(), importTimeline},
        {Verb::Post, "/import/otio/projects/{project_id}/episodes/{episode_id}", importsCut(), importTimeline},

        {Verb::Post, "/import/shotgun/projects", access::admins(), importShotgunProjects},
        {Verb::Post, "/import/shotgun/persons", access::admins(), importShotgunPersons},
        {Verb::Post, "/import/shotgun/projectconnections", access::admins(), importShotgunConnections},
        {Verb::Post, "/import/shotgun/steps", access::admins(), importShotgunSteps},
        {Verb::Post, "/import/shotgun/status", access::admins(), importShotgunStatuses},
        {Verb::Post, "/import/shotgun/episodes", access::admins(), importShotgunEpisodes},
        {Verb::Post, "/import/shotgun/sequences", access::admins(), importShotgunSequences},
        {Verb::Post, "/import/shotgun/scenes", access::admins(), importShotgunScenes},
        {Verb::Post, "/import/shotgun/shots", access::admins(), importShotgunShots},
        {Verb::Post, "/import/shotgun/assets", access::admins(), importShotgunAssets},
        {Verb::Post, "/import/shotgun/tasks", access::admins(), importShotgunTasks},
        {Verb::Post, "/import/shotgun/notes", access::admins(), importShotgunNotes},
        {Verb::Post, "/import/shotgun/versions", access::admins(), importShotgunVersions},
        {Verb::Post, "/import/shotgun/remove/project", access::admins(), removeShotgunProject},
        {Verb::Post, "/import/shotgun/remove/person", access::admins(), removeShotgunPerson},
        {Verb::Post, "/import/shotgun/remove/projectconnection", access::admins(), removeShotgunConnection},
        {Verb::Post, "/import/shotgun/remove/step", access::admins(), removeShotgunStep},
        {Verb::Post, "/import/shotgun/remove/status", access::admins(), removeShotgunStatus},
        {Verb::Post, "/import/shotgun/remove/episode", access::admins(), removeShotgunEpisode},
        {Verb::Post, "/import/shotgun/remove/sequence", access::admins(), removeShotgunSequence},
        {Verb::Post, "/import/shotgun/remove/scene", access::admins(), removeShotgunScene},
        {Verb::Post, "/import/shotgun/remove/shot", access::admins(), removeShotgunShot},
        {Verb::Post, "/import/shotgun/remove/asset", access::admins(), removeShotgunAsset},
        {Verb::Post, "/import/shotgun/remove/task", access::admins(), removeShotgunTask},
        {Verb::Post, "/import/shotgun/remove/note", access::admins(), removeShotgunNote},
        {Verb::Post, "/import/shotgun/remove/version", access::admins(), removeShotgunVersion},
        {Verb::Get, "/import/shotgun/errors", access::admins(), listImportErrors},
        {Verb::Post, "/import/shotgun/errors", access::admins(), keepImportError},
        {Verb::Delete, "/import/shotgun/errors/{error_id}", access::admins(), removeImportError},

        {Verb::Get, "/export/csv/projects/{project_id}/assets.csv", withoutVendors, exportAssets},
        {Verb::Get, "/export/csv/projects/{project_id}/shots.csv", withoutVendors, exportShots},
        {Verb::Get, "/export/csv/projects/{project_id}/edits.csv", withoutVendors, exportEdits},
        {Verb::Get, "/export/csv/projects/{project_id}/casting.csv", withoutVendors, exportCasting},
        {Verb::Get, "/export/csv/playlists/{playlist_id}", exportsPlaylist(), exportPlaylist},
        {Verb::Get, "/export/csv/persons.csv", access::managers(), exportPersons},
        {Verb::Get, "/export/csv/projects.csv", access::managers(), exportProjects},
        {Verb::Get, "/export/csv/task-types.csv", access::managers(), exportTaskTypes},
        {Verb::Get, "/export/csv/tasks.csv", access::managers(), exportTasks},
        {Verb::Get, "/export/csv/time-spents.csv", access::managers(), exportTimeSpents},
    };
}

} // namespace callboard::exchange
