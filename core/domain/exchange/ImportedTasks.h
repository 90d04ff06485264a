// SPDX-License-Identifier: GPL-3.0-or-later
// The task columns of a table of entities: for each task type of the production a column of its name with the short
// or full name of a status, and one of its name and " comment" with words.
#pragma once

#include "core/domain/exchange/ImportedTable.h"

#include <map>

namespace callboard::exchange {

class ImportedTasks
{
public:
    /// `kind` is what the task types are for: "Asset", "Shot", "Edit".
    ImportedTasks(api::Writing &writing, const std::string &projectId, const std::string &kind);

    /// Refuses a row with a status that does not exist.
    void check(const ImportedTable::Row &row) const;
    /// All tasks of the production that a new entity has, as far as they are not there, then what the row says of them.
    /// The entity type may limit the task types.
    void makeFor(api::Writing &writing, const ImportedTable::Row &row, const std::string &entityId,
        const std::string &entityTypeId);
    /// What the row says of the tasks of an entity; makes those that are missing. Refuses unknown statuses.
    void follow(api::Writing &writing, const ImportedTable::Row &row, const std::string &entityId);

private:
    struct TaskType
    {
        std::string id;
        std::string name;
    };

    void followType(
        api::Writing &writing, const ImportedTable::Row &row, const std::string &entityId, const TaskType &type);
    const std::string &statusNamed(const ImportedTable::Row &row, const std::string &name) const;

    std::string m_projectId;
    std::string m_defaultStatusId;                            // of new tasks; empty until the first one is made
    std::vector<TaskType> m_types;                            // by priority
    std::map<std::string, std::string> m_statuses;            // by short name and name in lower case
    std::map<std::string, std::vector<std::string>> m_limits; // task types by entity type that has some
    std::map<std::pair<std::string, std::string>, std::string> m_tasks; // by entity and task type
};

} // namespace callboard::exchange
