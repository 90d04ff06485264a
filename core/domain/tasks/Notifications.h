// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears of what: notifications and news are made here, together with the change they tell of.
#pragma once

#include "core/domain/tasks/Mentions.h"
#include "core/domain/tasks/Task.h"

#include <string>

namespace callboard::tasks {

struct NewComment;

/// Assignees and subscribers (of the task, or of its sequence and task type) hear of a comment, and those it
/// mentions of the mention; the author hears of neither.
void notifyOfComment(api::Writing &writing, const Task &task, const std::string &commentId, const std::string &authorId,
    bool isStatusChange, const Mentions &mentions);
/// The mentions of an edited comment replace those that it had; here the author may mention the own name.
void renewMentionNotifications(api::Writing &writing, const Task &task, const std::string &commentId,
    const std::string &authorId, const Mentions &mentions);
/// The comment's author and the followers of the task hear of a reply; whom it mentions hears of the mention
/// alone, but for the author of the comment, who hears of both.
void notifyOfReply(api::Writing &writing, const Task &task, const std::string &commentId,
    const std::string &commentAuthorId, const std::string &replyId, const Mentions &mentions);
void notifyOfAssignation(
    api::Writing &writing, const std::string &projectId, const std::string &taskId, const std::string &personId);
/// The news of a comment, of the comment's moment; `isStatusChange` when it changed the task's status. Concepts make
/// none.
void makeNews(api::Writing &writing, const Task &task, const std::string &commentId, const NewComment &comment,
    bool isStatusChange);

} // namespace callboard::tasks
