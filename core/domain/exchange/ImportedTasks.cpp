// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ImportedTasks.h"

#include "core/domain/tasks/CommentTask.h"
#include "core/domain/tasks/CreateTasks.h"
#include "core/domain/tasks/Task.h"

namespace callboard::exchange {

namespace {

std::string lowered(const std::string &text)
{
    return QString::fromStdString(text).toLower().toStdString();
}

bool isBlank(const std::optional<std::string> &cell)
{
    return !cell || cell->find_first_not_of(" \t") == std::string::npos;
}

} // namespace

ImportedTasks::ImportedTasks(api::Writing &writing, const std::string &projectId, const std::string &kind)
    : m_projectId(projectId)
{
    auto types = writing.database.query(
        "SELECT task_type.id, task_type.name FROM task_type JOIN project_task_type_link link"
        " ON link.task_type_id = task_type.id WHERE link.project_id = ? AND task_type.for_entity = ?"
        " ORDER BY COALESCE(link.priority, task_type.priority), task_type.name",
        projectId, kind);
    while (types.next()) m_types.push_back({types.string(0), types.string(1)});
    // A short name that is another status's name means the status that it is short for.
    for (const char *column : {"short_name", "name"}) {
        auto statuses = writing.database.query(std::string("SELECT ") + column + ", id FROM task_status");
        while (statuses.next()) m_statuses.emplace(lowered(statuses.string(0)), statuses.string(1));
    }
    auto limits = writing.database.query("SELECT asset_type_id, task_type_id FROM task_type_asset_type_link");
    while (limits.next()) m_limits[limits.string(0)].push_back(limits.string(1));
    auto tasks = writing.database.query(
        "SELECT entity_id, task_type_id, id FROM task WHERE project_id = ? ORDER BY created_at, id", projectId);
    while (tasks.next()) m_tasks.emplace(std::pair{tasks.string(0), tasks.string(1)}, tasks.string(2));
}

void ImportedTasks::check(const ImportedTable::Row &row) const
{
    for (const TaskType &type : m_types)
        if (const auto status = row.cell(type.name); !isBlank(status)) statusNamed(row, *status);
}

void ImportedTasks::makeFor(
    api::Writing &writing, const ImportedTable::Row &row, const std::string &entityId, const std::string &entityTypeId)
{
    const auto limit = m_limits.find(entityTypeId);
    if (m_defaultStatusId.empty()) m_defaultStatusId = tasks::defaultStatusId(writing, false);
    for (const TaskType &type : m_types) {
        const bool isLeftOut = limit != m_limits.end()
            && std::find(limit->second.begin(), limit->second.end(), type.id) == limit->second.end();
        if (isLeftOut || m_tasks.contains({entityId, type.id})) continue;
        const std::string id = writing.newId();
        tasks::makeTask(writing, id, m_projectId, type.id, entityId, m_defaultStatusId);
        m_tasks[{entityId, type.id}] = id;
    }
    follow(writing, row, entityId);
}

void ImportedTasks::follow(api::Writing &writing, const ImportedTable::Row &row, const std::string &entityId)
{
    for (const TaskType &type : m_types) followType(writing, row, entityId, type);
}

void ImportedTasks::followType(
    api::Writing &writing, const ImportedTable::Row &row, const std::string &entityId, const TaskType &type)
{
    const auto status = row.cell(type.name);
    const auto words = row.cell(type.name + " comment");
    if (isBlank(status) && isBlank(words)) return;
    const std::string wanted = isBlank(status) ? std::string() : statusNamed(row, *status);

    std::string &id = m_tasks[{entityId, type.id}];
    if (id.empty()) {
        id = writing.newId();
        tasks::makeTask(writing, id, m_projectId, type.id, entityId, tasks::defaultStatusId(writing, false));
    }
    const tasks::Task task = tasks::readTask(writing, id);
    // A column of comments asks for one with each status; without it only a change is a comment.
    if (!words && wanted == task.status.id) return;
    tasks::NewComment comment;
    comment.personId = writing.caller.id;
    comment.status = wanted.empty() ? task.status : tasks::readStatus(writing, wanted);
    comment.text = words.value_or(std::string());
    tasks::commentTask(writing, task, comment);
}

const std::string &ImportedTasks::statusNamed(const ImportedTable::Row &row, const std::string &name) const
{
    const auto found = m_statuses.find(lowered(name));
    if (found == m_statuses.end()) throw row.fault("There is no status " + name + ".");
    return found->second;
}

} // namespace callboard::exchange
