// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/files/FileRoutes.h"

#include "core/domain/entities/EntityRules.h"
#include "core/access/RecordRules.h"
#include "core/domain/tasks/TaskRules.h"
#include "core/domain/files/FileLists.h"
#include "core/domain/files/GuessPath.h"
#include "core/domain/files/OutputFiles.h"
#include "core/domain/files/WorkingFiles.h"
#include "core/domain/files/FileHooks.h"

namespace callboard::files {

api::Routes fileRoutes()
{
    using api::Verb;
    using namespace access;
    // Clients see previews, not the files that they were made from.
    const auto workers = both(tasks::readsTask(), notClients());
    const auto readers = entities::readsAnyEntity("entity_id");
    const auto makers = both(entities::readsAnyEntity("entity_id"), notClients());
    const auto instanceMakers = both(teamOfInstance(), notClients());
    const auto fileReaders = both(readersOfRecord("working_file"), notClients());
    const std::string entity = "/data/entities/{entity_id}";
    const std::string instance = "/data/asset-instances/{asset_instance_id}";
    const std::string used = instance + "/entities/{temporal_entity_id}";
    // clang-format off: one route a line.
    return {
        {Verb::Post, "/actions/projects/{project_id}/set-file-tree", managersOf(), setFileTree},
        {Verb::Post, "/data/entities/guess_from_path", signedIn(), guessFromPath},
        {Verb::Get, "/data/files/{file_id}", readersOfFile(), readFile},

        {Verb::Post, "/data/tasks/{task_id}/working-file-path", tasks::readsTask(), tellWorkingPath},
        {Verb::Post, "/data/tasks/{task_id}/working-files/new", workers, newWorkingFile},
        {Verb::Get, "/data/tasks/{task_id}/working-files", workers, listWorkingFilesOfTask},
        {Verb::Get, "/data/tasks/{task_id}/working-files/last-revisions", workers, lastWorkingFilesOfTask},
        {Verb::Get, entity + "/working-files", readers, listWorkingFilesOfEntity},
        {Verb::Put, "/actions/working-files/{working_file_id}/comment", hooks::workersOnFile(),
            commentWorkingFile},
        {Verb::Put, "/actions/working-files/{working_file_id}/modified", hooks::workersOnFile(),
            touchWorkingFile},
        {Verb::Get, "/data/working-files/{working_file_id}/file", fileReaders, readWorkingFile},
        {Verb::Post, "/data/working-files/{working_file_id}/file", hooks::workersOnFile(), storeWorkingFile},

        {Verb::Post, entity + "/output-file-path", readers, tellOutputPath},
        {Verb::Post, entity + "/output-files/next-revision", readers, tellNextRevision},
        {Verb::Post, entity + "/output-files/new", makers, newOutputFile},
        {Verb::Get, entity + "/output-files", readers, listOutputFilesOfEntity},
        {Verb::Get, entity + "/output-files/last-revisions", teamOfFilesEntity(), lastOutputFiles},
        {Verb::Get, entity + "/output-types", teamOfFilesEntity(), listOutputTypes},
        {Verb::Get, entity + "/output-types/{output_type_id}/output-files", readers, listOutputFilesOfType},
        {Verb::Get, "/data/projects/{project_id}/output-files", managersOf(), listOutputFilesOfProject},

        {Verb::Post, used + "/output-file-path", teamOfInstance(), tellOutputPath},
        {Verb::Post, used + "/output-files/next-revision", teamOfInstance(), tellNextRevision},
        {Verb::Post, used + "/output-files/new", instanceMakers, newOutputFile},
        {Verb::Get, used + "/output-files/last-revisions", teamOfInstance(), lastOutputFiles},
        {Verb::Get, used + "/output-types", teamOfInstance(), listOutputTypes},
        {Verb::Get, used + "/output-types/{output_type_id}/output-files", teamOfInstance(), listOutputFilesOfType},
        {Verb::Get, instance + "/output-files", teamOfInstance(), listOutputFilesOfInstance},
    };
    // clang-format on
}

} // namespace callboard::files
