// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/FileRoutes.h"

#include "core/access/EntityRules.h"
#include "core/access/TaskRules.h"
#include "core/files/FileLists.h"

namespace callboard::files {

namespace {

/// Clients see previews, not the files that they were made from.
access::Access notClients()
{
    return {"all but clients", false, [](api::Reading &reading, const api::Request &) {
                if (reading.caller.isClient()) throw api::forbidden();
            }};
}

} // namespace

api::Routes fileRoutes()
{
    using api::Verb;
    using namespace access;
    const auto workers = both(readsTask(), notClients());
    return {
        {Verb::Get, "/data/files/{file_id}", readersOfFile(), readFile},
        {Verb::Get, "/data/tasks/{task_id}/working-files", workers, listWorkingFilesOfTask},
        {Verb::Get, "/data/tasks/{task_id}/working-files/last-revisions", workers, lastWorkingFilesOfTask},
        {Verb::Get, "/data/entities/{entity_id}/working-files", readsAnyEntity("entity_id"), listWorkingFilesOfEntity},
        {Verb::Get, "/data/entities/{entity_id}/output-files", readsAnyEntity("entity_id"), listOutputFilesOfEntity},
        {Verb::Get, "/data/projects/{project_id}/output-files", both(teamOf(), admins()), listOutputFilesOfProject},
    };
}

} // namespace callboard::files
