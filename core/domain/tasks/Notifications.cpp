// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/Notifications.h"

#include "core/domain/tasks/CommentTask.h"
#include "core/records/Record.h"

namespace callboard::tasks {

namespace {

using api::Writing;

void notify(Writing &writing, const std::string &projectId, const Json &values)
{
    const Json row = records::insert(writing, "notification", values);
    api::Event event;
    event.name = "notification:new";
    event.payload = {{"notification_id", row["id"]}, {"person_id", row["person_id"]}, {"project_id", projectId}};
    event.projectId = projectId;
    event.personId = row["person_id"].get<std::string>();
    event.isKept = false;
    writing.tell(std::move(event));
}

std::set<std::string> peopleFollowing(Writing &writing, const Task &task)
{
    std::set<std::string> people;
    auto rows =
        writing.database.query("SELECT person_id FROM task_person_link WHERE task_id = ?"
                               " UNION SELECT person_id FROM subscription WHERE task_id = ?"
                               " UNION SELECT person_id FROM subscription WHERE entity_id = ? AND task_type_id = ?",
            task.id, task.id, task.entityParentId.empty() ? std::nullopt : std::optional(task.entityParentId),
            task.taskTypeId);
    while (rows.next()) people.insert(rows.string(0));
    return people;
}

} // namespace

void notifyOfComment(Writing &writing, const Task &task, const std::string &commentId, const std::string &authorId,
    bool isStatusChange, const Mentions &mentions)
{
    Json notification = {
        {"author_id", authorId}, {"comment_id", commentId}, {"task_id", task.id}, {"change", isStatusChange}};
    const auto tell = [&](const std::set<std::string> &people, const char *type) {
        for (const auto &person : people) {
            if (person == authorId) continue;
            notification["person_id"] = person;
            notification["type"] = type;
            notify(writing, task.projectId, notification);
        }
    };
    tell(peopleFollowing(writing, task), "comment");
    notification["change"] = false;
    tell(mentions.everyone(), "mention");
}

void renewMentionNotifications(Writing &writing, const Task &task, const std::string &commentId,
    const std::string &authorId, const Mentions &mentions)
{
    writing.database.change("DELETE FROM notification WHERE comment_id = ? AND type = 'mention'", commentId);
    for (const auto &person : mentions.everyone())
        notify(writing, task.projectId,
            {{"author_id", authorId}, {"comment_id", commentId}, {"task_id", task.id}, {"person_id", person},
                {"type", "mention"}});
}

void notifyOfReply(Writing &writing, const Task &task, const std::string &commentId, const std::string &commentAuthorId,
    const std::string &replyId, const Mentions &mentions)
{
    Json notification = {
        {"author_id", writing.caller.id}, {"comment_id", commentId}, {"task_id", task.id}, {"reply_id", replyId}};
    auto followers = peopleFollowing(writing, task);
    followers.insert(commentAuthorId);
    const auto tell = [&](const std::set<std::string> &people, const char *type) {
        for (const auto &person : people) {
            if (person == writing.caller.id) continue;
            notification["person_id"] = person;
            notification["type"] = type;
            notify(writing, task.projectId, notification);
        }
    };
    tell(followers, "reply");
    tell(mentions.everyone(), "reply-mention");
}

void notifyOfAssignation(
    Writing &writing, const std::string &projectId, const std::string &taskId, const std::string &personId)
{
    if (personId == writing.caller.id) return;
    writing.database.change(
        "DELETE FROM notification WHERE task_id = ? AND person_id = ? AND type = 'assignation'", taskId, personId);
    notify(writing, projectId,
        {{"author_id", writing.caller.id}, {"task_id", taskId}, {"person_id", personId}, {"type", "assignation"}});
}

void makeNews(
    Writing &writing, const Task &task, const std::string &commentId, const NewComment &comment, bool isStatusChange)
{
    if (task.isOfConcept) return;
    const Json news = records::insert(writing, "news",
        {{"author_id", comment.personId}, {"comment_id", commentId}, {"task_id", task.id}, {"change", isStatusChange},
            {"created_at", comment.createdAt.value_or(writing.now)}});
    writing.tell("news:new",
        {{"news_id", news["id"]}, {"task_status_id", comment.status.id}, {"task_type_id", task.taskTypeId}},
        task.projectId);
}

} // namespace callboard::tasks
