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
/// ?output_type_id=, ?task_type_id=, ?representation=, ?file_status_id=, ?name=; the highest revision first.
api::Response listOutputFilesOfEntity(api::Reading &reading, const api::Request &request);
api::Response listOutputFilesOfProject(api::Reading &reading, const api::Request &request);
/// A working or an output file by its identifier.
api::Response readFile(api::Reading &reading, const api::Request &request);
/// Who may read the file of {file_id}.
api::Access readersOfFile();

} // namespace callboard::files
