// SPDX-License-Identifier: GPL-3.0-or-later
// Commenting a task: the comment, the change of the task's status that comes with it, and all that follows
// from both (mentions, news, notifications, automations, copies by hashtag).
#pragma once

#include "core/api/Operation.h"
#include "core/domain/tasks/Attachments.h"
#include "core/domain/tasks/Task.h"

#include <optional>
#include <string>
#include <vector>

namespace callboard::tasks {

struct NewComment
{
    std::string personId; // author
    Status status;
    std::string text;
    Json checklist = Json::array();
    Json links = Json::array();
    std::optional<std::string> createdAt; // stored moment; none: now
    std::vector<NewAttachment> attachments;
};

/// Reads a comment from a body or form. Throws 400, 403 (a status that the caller's role may not set), 404.
NewComment parseComment(api::Reading &reading, const Json &body);
/// Carries it out; returns the comment as it is told. The rights were checked. Throws 400 at the retake limit.
Json commentTask(api::Writing &writing, const Task &task, const NewComment &comment);
/// Throws 403 when the caller's role may not set this status.
void requireAllowedStatus(const api::Reading &reading, const Status &status);

/// POST /actions/tasks/{task_id}/comment
api::Response postComment(api::Working &working, api::Request &request);
/// POST /actions/tasks/batch-comment and /actions/tasks/{task_id}/batch-comment
api::Response batchComment(api::Working &working, api::Request &request);
/// POST /actions/projects/{project_id}/tasks/comment-many
api::Response commentMany(api::Writing &writing, api::Request &request);

} // namespace callboard::tasks
