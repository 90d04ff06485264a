// SPDX-License-Identifier: GPL-3.0-or-later
// Working and output files of a task, an entity, a production.
#pragma once

#include "core/api/Route.h"

namespace callboard::files {

/// Whoever may read the task; clients are not told of working files.
api::Response listWorkingFilesOfTask(api::Reading &reading, const api::Request &request);
/// The newest revision of each name, as an object by name.
api::Response lastWorkingFilesOfTask(api::Reading &reading, const api::Request &request);
/// ?name=, ?task_id=, ?relations=true; the highest revision first.
api::Response listWorkingFilesOfEntity(api::Reading &reading, const api::Request &request);
// Output files. Those of instances stand apart from the asset's own ones. The path names {entity_id}, or
// {asset_instance_id} and maybe {temporal_entity_id}; the highest revision comes first.

/// ?output_type_id=, ?task_type_id=, ?representation=, ?file_status_id=, ?name=
api::Response listOutputFilesOfEntity(api::Reading &reading, const api::Request &request);
api::Response listOutputFilesOfProject(api::Reading &reading, const api::Request &request);
/// Also ?temporal_entity_id=
api::Response listOutputFilesOfInstance(api::Reading &reading, const api::Request &request);
/// Of the {output_type_id}; ?representation=
api::Response listOutputFilesOfType(api::Reading &reading, const api::Request &request);
/// The highest revision of each output type, task type, name and representation.
api::Response lastOutputFiles(api::Reading &reading, const api::Request &request);
/// The types of output that there are files of, those of the asset's instances too.
api::Response listOutputTypes(api::Reading &reading, const api::Request &request);
/// A working or an output file by its identifier.
api::Response readFile(api::Reading &reading, const api::Request &request);
/// Who may read the file of {file_id}.
api::Access readersOfFile();
/// The team of the production of {asset_instance_id}.
api::Access teamOfInstance();
/// The team of the production of {entity_id}, vendors too.
api::Access teamOfFilesEntity();

} // namespace callboard::files
