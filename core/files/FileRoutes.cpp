// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/FileRoutes.h"

#include "core/access/EntityRules.h"
#include "core/access/TaskRules.h"
#include "core/files/FileLists.h"

namespace callboard::files {

api::Routes fileRoutes()
{
    using api::Verb;
    using namespace access;
    // Clients see previews, not the files that they were made from.
    const auto workers = both(readsTask(), notClients());
    const auto workersOnEntity = both(readsAnyEntity("entity_id"), notClients());
    return {
        {Verb::Get, "/data/files/{file_id}", readersOfFile(), readFile},
        {Verb::Get, "/data/tasks/{task_id}/working-files", workers, listWorkingFilesOfTask},
        {Verb::Get, "/data/tasks/{task_id}/working-files/last-revisions", workers, lastWorkingFilesOfTask},
        {Verb::Get, "/data/entities/{entity_id}/working-files", workersOnEntity, listWorkingFilesOfEntity},
        {Verb::Get, "/data/entities/{entity_id}/output-files", workersOnEntity, listOutputFilesOfEntity},
        {Verb::Get, "/data/projects/{project_id}/output-files", both(teamOf(), admins()), listOutputFilesOfProject},
    };
}

} // namespace callboard::files
