// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a comment: the task's status, dates and counts, news and notifications, automations, and
// copies on other tasks of the entity.
#pragma once

#include "core/domain/tasks/CommentTask.h"
#include "core/domain/tasks/Mentions.h"

namespace callboard::tasks {

/// Status, dates and counts of the task as the comment sets them; then news, notifications, automations.
void applyComment(api::Writing &writing, const Task &task, const std::string &commentId, const NewComment &comment,
    const Mentions &mentions);
/// "#animation" or "#all": the same words on those tasks of the entity, which keep their status.
void repeatByHashtag(api::Writing &writing, const Task &task, const NewComment &comment);
/// Makes status, dates and counts again from the comments that there are; tells task:update.
void recountTask(api::Writing &writing, const std::string &taskId);

} // namespace callboard::tasks
