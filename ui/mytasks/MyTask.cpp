// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/MyTask.h"

#include "ui/values/TaskValues.h"

namespace callboard::ui {

MyTask refreshed(MyTask task, const Json &item)
{
    task.statusId = textOf(item, "task_status_id");
    task.due = dayOf(item, "due_date");
    task.done = momentOf(textOf(item, "done_date"));
    task.priority = wholeOf(item, "priority");
    task.estimation = numberOf(item, "estimation");
    task.spent = numberOf(item, "duration");
    if (const QString preview = textOf(item, "last_preview_file_id"); !preview.isEmpty()) task.previewId = preview;
    return task;
}

MyTask myTaskOf(const Json &item)
{
    MyTask task;
    task.id = textOf(item, "id");
    task.productionId = textOf(item, "project_id");
    task.productionName = textOf(item, "project_name");
    task.entityId = textOf(item, "entity_id");
    task.entityName = textOf(item, "entity_name");
    task.entityType = textOf(item, "entity_type_name");
    task.groupName = task.isOfShot() ? textOf(item, "sequence_name") : task.entityType;
    task.description = textOf(item, "entity_description");
    task.previewId = textOf(item, "entity_preview_file_id");
    task.taskTypeId = textOf(item, "task_type_id");
    if (const Json &last = memberOf(item, "last_comment"); last.is_object()) {
        task.lastWords = textOf(last, "text");
        task.lastAuthorId = textOf(last, "person_id");
    }
    return refreshed(std::move(task), item);
}

} // namespace callboard::ui
