// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskTypeHooks.h"

namespace callboard::tasks::hooks {

using namespace access;
using namespace records;

void refuseTakenTaskTypeName(api::Writing &writing, Input &input)
{
    if (writing.database.query("SELECT 1 FROM task_type WHERE name = ?", input.text("name")).next())
        throw api::badRequest("A task type of this name exists already.");
}

void refuseTakenTaskTypeNameOfOther(api::Writing &writing, const Json &row, Input &input)
{
    if (!input.contains("name")) return;
    const auto id = row["id"].get<std::string>();
    if (writing.database.query("SELECT 1 FROM task_type WHERE name = ? AND id <> ?", input.text("name"), id).next())
        throw api::badRequest("A task type of this name exists already.");
}

void keepOneDefaultStatus(api::Writing &writing, const Json &row)
{
    if (row["is_default"] != true) return;
    const bool forConcept = row["for_concept"] == true;
    writing.database.change("UPDATE task_status SET is_default = ?, updated_at = ? WHERE is_default = ? AND id <> ?"
                            " AND COALESCE(for_concept, ?) = ?",
        false, writing.now, true, row["id"].get<std::string>(), false, forConcept);
}

} // namespace callboard::tasks::hooks
