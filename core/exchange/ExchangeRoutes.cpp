// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ExchangeRoutes.h"

#include "core/access/Rules.h"
#include "core/exchange/CsvCasting.h"
#include "core/exchange/CsvEntities.h"
#include "core/exchange/CsvEstimations.h"
#include "core/exchange/CsvPlaylist.h"
#include "core/exchange/CsvStudio.h"
#include "core/exchange/ImportEntities.h"
#include "core/exchange/ImportPersons.h"
#include "core/exchange/KitsuEntities.h"

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
        {Verb::Post, "/import/kitsu/entities", access::signedIn(), importKitsuEntities},

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
