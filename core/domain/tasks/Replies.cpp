// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Replies.h"

#include "core/domain/tasks/TaskRules.h"
#include "core/records/Record.h"
#include "core/domain/tasks/Attachments.h"
#include "core/domain/tasks/CommentRows.h"
#include "core/domain/tasks/Notifications.h"

namespace callboard::tasks {

namespace {

using api::Request;
using api::Response;
using api::Working;
using api::Writing;

Json arrayOf(const std::set<std::string> &ids)
{
    return Json(std::vector<std::string>(ids.begin(), ids.end()));
}

std::string textIn(const Json &body)
{
    const Json text = body.value("text", Json(""));
    if (text.is_null()) return {};
    if (!text.is_string()) throw api::badRequest("The text must be text.");
    return text.get<std::string>();
}

/// The reply is part of the comment's row; it is told with the people of mentioned departments.
Json appendReply(Writing &writing, const CommentPlace &comment, const std::string &text,
    const std::vector<NewAttachment> &attachments)
{
    const auto mentions = mentionsIn(writing, comment.projectId, text);
    const auto moment = records::toldMoment(writing.now);
    Json reply = {{"id", writing.newId()}, {"date", moment}, {"person_id", writing.caller.id}, {"text", text},
        {"mentions", arrayOf(mentions.people)}, {"department_mentions", arrayOf(mentions.departments)},
        {"created_at", moment}};
    const auto replyId = reply["id"].get<std::string>();
    Json replies = records::get(writing.database, "comment", comment.id)["replies"];
    if (!replies.is_array()) replies = Json::array();
    replies.push_back(reply);
    records::update(writing, "comment", comment.id, {{"replies", replies}});
    const Json files = insertAttachments(writing, comment.id, attachments, replyId);
    writing.tell("comment:reply", {{"comment_id", comment.id}, {"reply_id", replyId}, {"task_id", comment.taskId}},
        comment.projectId);
    notifyOfReply(writing, readTask(writing, comment.taskId), comment.id, comment.authorId, replyId, mentions);
    reply["mentions"] = arrayOf(mentions.everyone());
    if (!files.empty()) reply["attachment_files"] = files;
    return reply;
}

} // namespace

Response replyToComment(Working &working, Request &request)
{
    const auto comment = existingComment(working, request.pathId("task_id"), request.pathId("comment_id"));
    if (working.caller.isClient() && comment.authorId != working.caller.id) throw api::forbidden();
    const Json body = request.files.empty() && request.form.empty() ? request.jsonObject() : request.anyObject();
    const auto text = textIn(body);
    media::NewFiles files(working.services);
    std::vector<NewAttachment> attachments;
    for (auto &upload : request.files) attachments.push_back(storeAttachment(working, files, upload));
    auto response =
        working.write([&](Writing &writing) { return api::json(appendReply(writing, comment, text, attachments)); });
    files.keep();
    return response;
}

Response deleteReply(Writing &writing, Request &request)
{
    const auto comment = existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    const auto replyId = request.pathId("reply_id");
    Json replies = records::get(writing.database, "comment", comment.id)["replies"];
    const auto reply = std::find_if(replies.begin(), replies.end(),
        [&](const Json &candidate) { return candidate.is_object() && candidate.value("id", "") == replyId; });
    if (reply == replies.end()) throw api::notFound("The reply");
    if (!writing.caller.isAdmin() && reply->value("person_id", "") != writing.caller.id) throw api::forbidden();
    replies.erase(reply);
    for (auto rows = writing.database.query("SELECT id FROM attachment_file WHERE reply_id = ?", replyId); rows.next();)
        media::removeAfterCommit(writing, media::FileKind::Attachment, rows.string(0));
    writing.database.change("DELETE FROM attachment_file WHERE reply_id = ?", replyId);
    writing.database.change("DELETE FROM notification WHERE reply_id = ?", replyId);
    const Json told = records::update(writing, "comment", comment.id, {{"replies", replies}});
    api::Event event;
    event.name = "comment:delete-reply";
    event.payload = {{"comment_id", comment.id}, {"reply_id", replyId}, {"task_id", comment.taskId},
        {"project_id", comment.projectId}};
    event.projectId = comment.projectId;
    event.isKept = false;
    writing.tell(std::move(event));
    return api::json(told);
}

Response acknowledgeComment(Writing &writing, Request &request)
{
    const auto comment = existingComment(writing, request.pathId("task_id"), request.pathId("comment_id"));
    if (!mayReadComment(writing, comment)) throw api::forbidden();
    auto &database = writing.database;
    const bool wasThere = database.change("DELETE FROM comment_acknoledgments WHERE comment = ? AND person = ?",
                              comment.id, writing.caller.id)
        > 0;
    if (!wasThere)
        database.change(
            "INSERT INTO comment_acknoledgments (comment, person) VALUES (?, ?)", comment.id, writing.caller.id);
    api::Event event;
    event.name = wasThere ? "comment:unacknowledge" : "comment:acknowledge";
    event.payload = {{"comment_id", comment.id}, {"person_id", writing.caller.id}, {"project_id", comment.projectId}};
    event.projectId = comment.projectId;
    event.isKept = false;
    writing.tell(std::move(event));
    return api::json(records::getWithRelations(database, "comment", comment.id));
}

} // namespace callboard::tasks
