// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Tables.h"

namespace callboard::schema {

namespace {

// clang-format off: a table reads as one column a line.

Table taskType()
{
    return Table("task_type", "TaskType")
        .text("name", 40).notNull()
        .text("short_name", 20)
        .text("description")
        .text("color", 7).byDefault("#FFFFFF")
        .integer("priority").byDefault(1)
        .text("for_entity", 30).byDefault("Asset")
        .boolean("allow_timelog").byDefault(true)
        .boolean("archived").byDefault(false)
        .integer("shotgun_id").indexed()
        .reference("department_id", "department").indexed()
        .stamped()
        .uniqueTogether({"name", "for_entity", "department_id"});
}

Table taskStatus()
{
    return Table("task_status", "TaskStatus")
        .text("name", 40).notNull()
        .boolean("archived").byDefault(false)
        .text("short_name", 10).notNull().unique().indexed()
        .text("description")
        .text("color", 7).notNull()
        .integer("priority").byDefault(1)
        .boolean("is_done").indexed().byDefault(false)
        .boolean("is_artist_allowed").byDefault(true)
        .boolean("is_client_allowed").byDefault(true)
        .boolean("is_retake").byDefault(false)
        .boolean("is_feedback_request").indexed().byDefault(false)
        .boolean("is_default").indexed().byDefault(false)
        .boolean("is_wip").indexed().byDefault(false)
        .integer("shotgun_id")
        .boolean("for_concept").byDefault(false)
        .stamped();
}

Table task()
{
    return Table("task", "Task")
        .text("name", 80).notNull()
        .text("description")
        .integer("priority").byDefault(0)
        .integer("difficulty").notNull().byDefault(3)
        .real("duration").byDefault(0)
        .real("estimation").byDefault(0)
        .integer("completion_rate").byDefault(0)
        .integer("retake_count").byDefault(0)
        .integer("sort_order").byDefault(0)
        .moment("start_date")
        .moment("due_date")
        .moment("real_start_date")
        .moment("end_date")
        .moment("done_date")
        .moment("last_comment_date")
        .integer("nb_assets_ready").byDefault(0)
        .json("data")
        .integer("nb_drawings").byDefault(0)
        .integer("shotgun_id")
        .uuid("last_preview_file_id")
        .reference("project_id", "project").indexed().goesAlong()
        .reference("task_type_id", "task_type").indexed()
        .reference("task_status_id", "task_status").indexed()
        .reference("entity_id", "entity").indexed().goesAlong()
        .reference("assigner_id", "person").indexed()
        .stamped()
        .uniqueTogether({"name", "project_id", "task_type_id", "entity_id"})
        .check("difficulty > 0 AND difficulty < 6")
        .linked("assignees", "task_person_link", "task_id", "person_id")
        .belongsBy("SELECT project_id, id, entity_id FROM task WHERE id = ?");
}

Table taskPersonLink()
{
    return Table("task_person_link", "TaskPersonLink")
        .reference("task_id", "task").key().cascades()
        .reference("person_id", "person").key();
}

Table comment()
{
    return Table("comment", "Comment")
        .integer("shotgun_id")
        .uuid("object_id").notNull().indexed().goesAlong("task")
        .text("object_type", 80).notNull().indexed()
        .text("text")
        .json("data")
        .json("replies").byDefault(Json::array())
        .json("checklist")
        .boolean("pinned")
        .json("links")
        .reference("task_status_id", "task_status").indexed()
        .reference("person_id", "person").notNull().indexed()
        .reference("editor_id", "person").indexed()
        .reference("preview_file_id", "preview_file").forgets()
        .stamped()
        .linked("previews", "comment_preview_link", "comment", "preview_file")
        .linked("mentions", "comment_mentions", "comment", "person")
        .linked("department_mentions", "comment_department_mentions", "comment", "department")
        .linked("acknowledgements", "comment_acknoledgments", "comment", "person")
        .listed("attachment_files", "attachment_file", "comment_id")
        .belongsBy("SELECT t.project_id, t.id, t.entity_id FROM comment c LEFT JOIN task t ON t.id = c.object_id WHERE c.id = ?");
}

Table commentPreviewLink()
{
    return Table("comment_preview_link", "CommentPreviewLink")
        .reference("comment", "comment").indexed().key().cascades()
        .reference("preview_file", "preview_file").indexed().key().cascades();
}

Table commentMentions()
{
    return Table("comment_mentions", "CommentMentions")
        .reference("comment", "comment").key().cascades()
        .reference("person", "person").key();
}

Table commentDepartmentMentions()
{
    return Table("comment_department_mentions", "CommentDepartmentMentions")
        .reference("comment", "comment").key().cascades()
        .reference("department", "department").key();
}

Table commentAcknoledgments()
{
    return Table("comment_acknoledgments", "CommentAcknoledgments")
        .reference("comment", "comment").key().cascades()
        .reference("person", "person").key();
}

Table attachmentFile()
{
    return Table("attachment_file", "AttachmentFile")
        .text("name", 250)
        .integer("size").large().byDefault(1)
        .text("extension", 6)
        .text("mimetype", 255)
        .reference("comment_id", "comment").indexed().goesAlong()
        .uuid("reply_id")
        .reference("chat_message_id", "chat_message").indexed().goesAlong()
        .stamped()
        .belongsBy("SELECT COALESCE(t.project_id, e.project_id), t.id, COALESCE(t.entity_id, e.id) FROM attachment_file a"
            " LEFT JOIN comment c ON c.id = a.comment_id LEFT JOIN task t ON t.id = c.object_id"
            " LEFT JOIN chat_message m ON m.id = a.chat_message_id LEFT JOIN chat ON chat.id = m.chat_id"
            " LEFT JOIN entity e ON e.id = chat.object_id WHERE a.id = ?");
}

Table news()
{
    return Table("news", "News")
        .boolean("change").notNull().byDefault(false)
        .reference("author_id", "person").notNull().indexed()
        .reference("comment_id", "comment").indexed().goesAlong()
        .reference("task_id", "task").notNull().indexed().goesAlong()
        .reference("preview_file_id", "preview_file").indexed().forgets()
        .stamped()
        .belongsBy("SELECT t.project_id, t.id, t.entity_id FROM news n JOIN task t ON t.id = n.task_id WHERE n.id = ?");
}

Table notification()
{
    return Table("notification", "Notification")
        .boolean("read").notNull().byDefault(false)
        .boolean("change").notNull().byDefault(false)
        .choice("type", {"comment", "mention", "assignation", "reply", "reply-mention"}).notNull()
        .reference("person_id", "person").notNull().indexed()
        .reference("author_id", "person").notNull().indexed()
        .reference("comment_id", "comment").indexed().goesAlong()
        .reference("task_id", "task").notNull().indexed().goesAlong()
        .uuid("reply_id").indexed()
        .stamped()
        .uniqueTogether({"person_id", "author_id", "comment_id", "reply_id", "type"})
        .indexTogether({"person_id", "created_at"})
        .belongsBy("SELECT t.project_id, t.id, t.entity_id FROM notification n JOIN task t ON t.id = n.task_id WHERE n.id = ?");
}

Table subscription()
{
    return Table("subscription", "Subscription")
        .reference("person_id", "person").notNull().indexed()
        .reference("task_id", "task").indexed().goesAlong()
        .reference("entity_id", "entity").indexed().goesAlong()
        .reference("task_type_id", "task_type").indexed()
        .stamped()
        .uniqueTogether({"person_id", "task_type_id", "entity_id"})
        .uniqueTogether({"person_id", "task_id"})
        .belongsBy("SELECT COALESCE(t.project_id, e.project_id), t.id, COALESCE(t.entity_id, e.id) FROM subscription s"
            " LEFT JOIN task t ON t.id = s.task_id LEFT JOIN entity e ON e.id = s.entity_id WHERE s.id = ?");
}

} // namespace

std::vector<Table> taskTables()
{
    return {taskType(), taskStatus(), task(), taskPersonLink(), comment(), commentPreviewLink(), commentMentions(), commentDepartmentMentions(), commentAcknoledgments(), attachmentFile(), news(), notification(), subscription()};
}

} // namespace callboard::schema
