// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Reach.h"

#include "core/access/Belonging.h"
#include "core/access/RecordRules.h"

namespace callboard::records {

void requireManaged(const api::Reading &reading, const Json &row, const Input &input, const char *column, const char *table)
{
    if (!input.contains(column) || input.columns[column].is_null() || input.columns[column] == row[column]) return;
    const auto belonging = access::belongingOf(reading.database, table, input.text(column));
    access::requireMember(reading, belonging ? belonging->projectId : std::string(), access::Members::Managers);
}

void keepInOwnProductions(api::Writing &writing, const Json &row, Input &input)
{
    if (!input.contains("project_id") || input.columns["project_id"] == row["project_id"]) return;
    access::requireManager(writing, input.text("project_id"));
}

} // namespace callboard::records
