// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Automations.h"

#include "core/domain/entities/ReadyAssets.h"
#include "core/domain/tasks/NewPreview.h"
#include "core/records/Record.h"

namespace callboard::tasks {

namespace {

using api::Writing;

/// The tasks of the running chain of automations on this thread; empty outside of one.
thread_local std::set<std::string> movedTasks;

struct Automation
{
    bool setsStatus = false; // else: what the asset is ready for
    std::string taskTypeId;
    std::string statusId;
    bool importsLastRevision = false;
};

std::vector<Automation> waitingFor(Writing &writing, const Task &task, const std::string &statusId)
{
    std::vector<Automation> automations;
    auto rows = writing.database.query(
        "SELECT out_field_type = 'status', out_task_type_id, out_task_status_id, import_last_revision"
        " FROM status_automation JOIN project_status_automation_link"
        " ON project_status_automation_link.status_automation_id = status_automation.id"
        " WHERE project_status_automation_link.project_id = ? AND in_task_type_id = ? AND in_task_status_id = ?"
        " AND NOT archived ORDER BY status_automation.created_at",
        task.projectId, task.taskTypeId, statusId);
    while (rows.next()) automations.push_back({rows.boolean(0), rows.string(1), rows.string(2), rows.boolean(3)});
    return automations;
}

std::optional<std::string> taskOfType(Writing &writing, const std::string &entityId, const std::string &taskTypeId)
{
    auto rows = writing.database.query(
        "SELECT id FROM task WHERE entity_id = ? AND task_type_id = ? ORDER BY created_at, id LIMIT 1", entityId,
        taskTypeId);
    return rows.next() ? std::optional(rows.string(0)) : std::nullopt;
}

void moveTask(Writing &writing, const Task &task, const NewComment &cause, const Automation &automation)
{
    const auto otherId = taskOfType(writing, task.entityId, automation.taskTypeId);
    if (!otherId || automation.statusId.empty() || !movedTasks.insert(*otherId).second) return;
    NewComment comment;
    comment.personId = cause.personId;
    comment.status = readStatus(writing, automation.statusId);
    auto name = writing.database.query("SELECT name FROM task_status WHERE id = ?", cause.status.id);
    comment.text = "Change triggered by " + task.taskTypeName + " set to " + (name.next() ? name.string(0) : "");
    const Json told = commentTask(writing, readTask(writing, *otherId), comment);
    if (automation.importsLastRevision)
        copyLastRevision(writing, task.id, *otherId, told["id"].get<std::string>(), cause.personId);
}

void makeReady(Writing &writing, const Task &task, const Automation &automation)
{
    const Json before = records::get(writing.database, "entity", task.entityId);
    records::update(writing, "entity", task.entityId, {{"ready_for", automation.taskTypeId}});
    if (before["ready_for"] != automation.taskTypeId) entities::countReadyAssetsAround(writing, task.entityId);
    writing.tell("asset:update", {{"asset_id", task.entityId}}, task.projectId);
}

} // namespace

void runAutomations(Writing &writing, const Task &task, const NewComment &comment)
{
    const bool isFirst = movedTasks.empty();
    struct Chain
    {
        bool isFirst;
        ~Chain()
        {
            if (isFirst) movedTasks.clear();
        }
    } const chain{isFirst};
    movedTasks.insert(task.id);
    for (const Automation &automation : waitingFor(writing, task, comment.status.id)) {
        if (automation.setsStatus)
            moveTask(writing, task, comment, automation);
        else if (!automation.taskTypeId.empty())
            makeReady(writing, task, automation);
    }
}

} // namespace callboard::tasks
