// SPDX-License-Identifier: GPL-3.0-or-later
// Comments as rows: reading, who may see and change them, editing, deleting.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::tasks {

struct CommentPlace
{
    std::string id;
    std::string taskId;
    std::string projectId;
    std::string authorId;
    std::string authorRole;
    bool areClientsIsolated = false; // of the production
};

/// The comment; of that task unless `taskId` is empty. Throws 404.
CommentPlace existingComment(api::Reading &reading, const std::string &taskId, const std::string &commentId);
/// Its author, managers of the team, admins.
bool mayChangeComment(const api::Reading &reading, const CommentPlace &comment);
/// Those who read its task; clients only clients' comments (isolated: their own), artists and vendors none of
/// clients, except their own.
bool mayReadComment(api::Reading &reading, const CommentPlace &comment);

/// GET /data/tasks/{task_id}/comments
api::Response listTaskComments(api::Reading &reading, const api::Request &request);
/// GET /data/tasks/{task_id}/comments/{comment_id}
api::Response readTaskComment(api::Reading &reading, const api::Request &request);
/// DELETE /data/tasks/{task_id}/comments/{comment_id}
api::Response deleteTaskComment(api::Writing &writing, api::Request &request);
/// Removes what hangs on the comment: previews, attachments, news, notifications. The rights were checked.
void clearComment(api::Writing &writing, const CommentPlace &comment);
/// Deletes the comment with all that hangs on it, and counts its task again. The rights were checked.
void deleteComment(api::Writing &writing, const CommentPlace &comment);
/// Supervisors of the task's department may tick the checklist and pin.
bool mayMarkComment(api::Reading &reading, const CommentPlace &comment);
/// After a change by the generic route: mentions are renewed when the words changed, and the task is counted
/// again when the status did.
void commentEdited(api::Writing &writing, const Json &before, const Json &row);

} // namespace callboard::tasks
