// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/CommentEffects.h"

#include "core/domain/tasks/Automations.h"
#include "core/domain/tasks/Notifications.h"
#include "core/records/Record.h"

namespace callboard::tasks {

namespace {

using api::Writing;

std::string momentOf(const Writing &writing, const NewComment &comment)
{
    return comment.createdAt.value_or(writing.now);
}

/// A comment that was entered late: the task has newer ones.
bool isOlderThanTheLast(Writing &writing, const std::string &taskId, const NewComment &comment)
{
    if (!comment.createdAt) return false;
    return writing.database
        .query("SELECT 1 FROM comment WHERE object_id = ? AND created_at > ? LIMIT 1", taskId, *comment.createdAt)
        .next();
}

/// The columns of the task that a comment changes.
Json changesOf(const Writing &writing, const Task &task, const NewComment &comment)
{
    const Status &status = comment.status;
    Json changes = {{"task_status_id", status.id}, {"last_comment_date", momentOf(writing, comment)}};
    if (status.isRetake && !task.status.isRetake) changes["retake_count"] = task.retakeCount + 1;
    if (status.isWorkInProgress && !task.hasRealStart) changes["real_start_date"] = writing.now;
    if (status.isFeedbackRequest) changes["end_date"] = writing.now;
    if (status.isDone) changes["done_date"] = writing.now;
    return changes;
}

std::string lowerCase(std::string text)
{
    return QString::fromStdString(text).toLower().toStdString();
}

/// The other tasks of the entity that the text names by "#task type" or "#all".
std::vector<std::string> tasksNamed(Writing &writing, const Task &task, const std::string &text)
{
    std::vector<std::string> ids;
    if (text.find('#') == std::string::npos) return ids;
    const auto lower = lowerCase(text);
    const bool isForAll = hasMarked(lower, '#', "all");
    auto rows = writing.database.query("SELECT task.id, task_type.name FROM task"
                                       " JOIN task_type ON task_type.id = task.task_type_id"
                                       " WHERE task.entity_id = ? AND task.id <> ? ORDER BY task_type.name, task.id",
        task.entityId, task.id);
    while (rows.next())
        if (isForAll || hasMarked(lower, '#', lowerCase(rows.string(1)))) ids.push_back(rows.string(0));
    return ids;
}

/// Status, dates and counts while the comments of a task are gone through in time.
struct Recount
{
    Json changes = {{"retake_count", 0}, {"real_start_date", nullptr}, {"end_date", nullptr}, {"done_date", nullptr},
        {"last_comment_date", nullptr}};
    bool wasRetake = false;
    std::int64_t retakes = 0;

    void add(const store::Rows &rows)
    {
        const auto moment = rows.string(0);
        const bool isRetake = rows.boolean(2);
        if (isRetake && !wasRetake) changes["retake_count"] = ++retakes;
        wasRetake = isRetake;
        if (rows.boolean(3) && changes["real_start_date"].is_null()) changes["real_start_date"] = moment;
        if (rows.boolean(4)) changes["end_date"] = moment;
        if (rows.boolean(5)) changes["done_date"] = moment;
        changes["last_comment_date"] = moment;
        if (!rows.isNull(1)) changes["task_status_id"] = rows.string(1);
    }
};

} // namespace

void applyComment(Writing &writing, const Task &task, const std::string &commentId, const NewComment &comment,
    const Mentions &mentions)
{
    const bool isLate = isOlderThanTheLast(writing, task.id, comment);
    const bool isStatusChange = !isLate && task.status.id != comment.status.id;
    if (isLate) {
        recountTask(writing, task.id);
    } else {
        records::update(writing, "task", task.id, changesOf(writing, task, comment));
        writing.tell("task:update", {{"task_id", task.id}}, task.projectId);
    }
    if (isStatusChange)
        writing.tell("task:status-changed",
            {{"task_id", task.id}, {"new_task_status_id", comment.status.id},
                {"previous_task_status_id", task.status.id}, {"person_id", comment.personId}},
            task.projectId);
    notifyOfComment(writing, task, commentId, comment.personId, isStatusChange, mentions);
    makeNews(writing, task, commentId, comment, isStatusChange);
    if (!isLate) runAutomations(writing, task, comment);
}

void repeatByHashtag(Writing &writing, const Task &task, const NewComment &comment)
{
    for (const auto &otherId : tasksNamed(writing, task, comment.text)) {
        const Task other = readTask(writing, otherId);
        NewComment copy = comment;
        copy.status = other.status;
        copy.text = comment.text + "\n\n____\nFrom " + task.taskTypeName + " task";
        copy.checklist = Json::array();
        copy.attachments.clear();
        const Json row = records::insert(writing, "comment",
            {{"object_id", other.id}, {"object_type", "Task"}, {"text", copy.text}, {"checklist", copy.checklist},
                {"links", copy.links}, {"task_status_id", copy.status.id}, {"person_id", copy.personId},
                {"created_at", momentOf(writing, copy)}, {"replies", Json::array()}});
        const auto id = row["id"].get<std::string>();
        const auto mentions = mentionsIn(writing, other.projectId, comment.text);
        setMentions(writing, id, mentions);
        writing.tell("comment:new", {{"comment_id", id}, {"task_id", other.id}, {"task_status_id", copy.status.id}},
            other.projectId);
        if (!isOlderThanTheLast(writing, other.id, copy)) {
            records::update(writing, "task", other.id, {{"last_comment_date", momentOf(writing, copy)}});
            writing.tell("task:update", {{"task_id", other.id}}, other.projectId);
        }
        notifyOfComment(writing, other, id, copy.personId, false, mentions);
        makeNews(writing, other, id, copy, false);
    }
}

void recountTask(Writing &writing, const std::string &taskId)
{
    const Task task = readTask(writing, taskId);
    Recount recount;
    auto rows = writing.database.query(
        "SELECT comment.created_at, comment.task_status_id, task_status.is_retake, task_status.is_wip,"
        " task_status.is_feedback_request, task_status.is_done FROM comment"
        " LEFT JOIN task_status ON task_status.id = comment.task_status_id"
        " WHERE comment.object_id = ? ORDER BY comment.created_at, comment.updated_at",
        taskId);
    while (rows.next()) recount.add(rows);
    if (!recount.changes.contains("task_status_id")) {
        auto entityRows = writing.database.query("SELECT entity_type.name = 'Concept' FROM entity"
                                                 " JOIN entity_type ON entity_type.id = entity.entity_type_id"
                                                 " WHERE entity.id = ?",
            task.entityId);
        recount.changes["task_status_id"] = defaultStatusId(writing, entityRows.next() && entityRows.boolean(0));
    }
    records::update(writing, "task", taskId, recount.changes);
    writing.tell("task:update", {{"task_id", taskId}}, task.projectId);
}

} // namespace callboard::tasks
