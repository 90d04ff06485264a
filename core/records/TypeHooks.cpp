// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordHooks.h"

namespace callboard::records::hooks {

void refuseTakenEntityTypeName(api::Writing &writing, Input &input)
{
    auto same = writing.database.query(
        "SELECT 1 FROM entity_type WHERE " + store::fragment::folded("name") + " = " + store::fragment::folded("?"),
        input.text("name"));
    if (same.next()) throw api::badRequest("An entity type of this name exists already.");
}

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

} // namespace callboard::records::hooks
