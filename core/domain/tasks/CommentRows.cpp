// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/CommentRows.h"

#include "core/domain/tasks/TaskRules.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"
#include "core/domain/tasks/PreviewRows.h"
#include "core/domain/tasks/CommentEffects.h"
#include "core/domain/tasks/CommentList.h"
#include "core/domain/tasks/Notifications.h"

namespace callboard::tasks {

using api::Reading;
using api::Request;
using api::Response;
using api::Writing;

CommentPlace existingComment(Reading &reading, const std::string &taskId, const std::string &commentId)
{
    auto rows = reading.database.query("SELECT comment.object_id, task.project_id, comment.person_id, person.role,"
                                       " project.is_clients_isolated FROM comment"
                                       " JOIN task ON task.id = comment.object_id"
                                       " JOIN project ON project.id = task.project_id"
                                       " JOIN person ON person.id = comment.person_id WHERE comment.id = ?",
        commentId);
    if (!rows.next() || (!taskId.empty() && rows.text(0) != taskId)) throw api::notFound("The comment");
    return {commentId, rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.boolean(4)};
}

bool mayChangeComment(const Reading &reading, const CommentPlace &comment)
{
    return access::isManagerOrAdmin(reading, comment.projectId)
        || (comment.authorId == reading.caller.id && access::isTeamOrAdmin(reading, comment.projectId));
}

bool mayReadComment(Reading &reading, const CommentPlace &comment)
{
    const auto &caller = reading.caller;
    if (!mayReadTask(reading, existingPlaceOfTask(reading, comment.taskId))) return false;
    if (comment.authorId == caller.id) return true;
    const bool isFromClient = comment.authorRole == "client";
    if (caller.isClient()) return isFromClient && !comment.areClientsIsolated;
    return !isFromClient || !(caller.isArtist() || caller.isVendor());
}

Response listTaskComments(Reading &reading, const Request &request)
{
    return api::stream([&reading, taskId = request.pathId("task_id")](
                           api::JsonWriter &writer) { writeTaskComments(writer, reading, taskId); });
}

Response readTaskComment(Reading &reading, const Request &request)
{
    const auto comment = existingComment(reading, request.pathId("task_id"), request.pathId("comment_id"));
    if (!mayReadComment(reading, comment)) throw api::forbidden();
    return api::json(records::get(reading.database, "comment", comment.id));
}

bool mayMarkComment(Reading &reading, const CommentPlace &comment)
{
    return mayLeadTask(reading, existingPlaceOfTask(reading, comment.taskId));
}

void clearComment(Writing &writing, const CommentPlace &comment)
{
    auto &database = writing.database;
    std::vector<std::string> previews;
    for (auto rows = database.query("SELECT preview_file FROM comment_preview_link WHERE comment = ?", comment.id);
         rows.next();)
        previews.push_back(rows.string(0));
    for (auto rows = database.query("SELECT id FROM attachment_file WHERE comment_id = ?", comment.id); rows.next();) {
        media::removeAfterCommit(writing, media::FileKind::Attachment, rows.string(0));
        media::removeAfterCommit(writing, media::FileKind::AttachmentThumbnail, rows.string(0));
    }
    for (const char *table : {"notification", "news", "attachment_file"})
        database.change("DELETE FROM " + std::string(table) + " WHERE comment_id = ?", comment.id);
    database.change("DELETE FROM comment_preview_link WHERE comment = ?", comment.id);
    for (const auto &preview : previews)
        if (!database.query("SELECT 1 FROM comment_preview_link WHERE preview_file = ?", preview).next())
            removePreview(writing, preview);
}

void deleteComment(Writing &writing, const CommentPlace &comment)
{
    clearComment(writing, comment);
    writing.database.change("DELETE FROM comment WHERE id = ?", comment.id);
    writing.tell("comment:delete", {{"comment_id", comment.id}}, comment.projectId);
    recountTask(writing, comment.taskId);
}

Response deleteTaskComment(Writing &writing, Request &request)
{
    const auto comment = existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    if (!mayChangeComment(writing, comment)) throw api::forbidden();
    deleteComment(writing, comment);
    return api::noContent();
}

void commentEdited(Writing &writing, const Json &before, const Json &row)
{
    const auto id = row["id"].get<std::string>();
    const auto comment = existingComment(writing, "", id);
    if (before["text"] != row["text"]) {
        const auto text = row["text"].is_string() ? row["text"].get<std::string>() : std::string();
        const auto mentions = mentionsIn(writing, comment.projectId, text);
        setMentions(writing, id, mentions);
        renewMentionNotifications(writing, readTask(writing, comment.taskId), id, comment.authorId, mentions);
    }
    if (before["task_status_id"] == row["task_status_id"]) return;
    recountTask(writing, comment.taskId);
    // Only of the comment that the task follows: its newest.
    if (readTask(writing, comment.taskId).status.id == row["task_status_id"])
        writing.tell("task:status-changed",
            {{"task_id", comment.taskId}, {"new_task_status_id", row["task_status_id"]},
                {"previous_task_status_id", before["task_status_id"]}, {"person_id", comment.authorId}},
            comment.projectId);
}

} // namespace callboard::tasks
