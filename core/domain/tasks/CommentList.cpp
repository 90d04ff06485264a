// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/CommentList.h"

#include "core/records/RowShape.h"

namespace callboard::tasks {

namespace {

using api::JsonWriter;
using api::Reading;
using records::RowShape;

/// What belongs to a comment, by the comment's identifier, as JSON.
using Belongings = std::map<std::string, Json, std::less<>>;

Belongings readPreviews(Reading &reading, const std::string &taskId)
{
    static const RowShape shape = RowShape::of("preview_file")
                                      .only({"id", "task_id", "revision", "extension", "width", "height", "duration",
                                          "status", "validation_status", "original_name", "position", "annotations"});
    Belongings previews;
    auto rows = reading.database.query("SELECT comment_preview_link.comment, " + shape.columns()
            + " FROM comment JOIN comment_preview_link ON comment_preview_link.comment = comment.id"
              " JOIN preview_file ON preview_file.id = comment_preview_link.preview_file"
              " WHERE comment.object_id = ? ORDER BY preview_file.revision, preview_file.position, preview_file.created_at",
        taskId);
    while (rows.next()) {
        Json preview = shape.toJson(rows, 1);
        preview.erase("type");
        previews[rows.string(0)].push_back(std::move(preview));
    }
    return previews;
}

Belongings readAttachments(Reading &reading, const std::string &taskId)
{
    static const RowShape shape = RowShape::of("attachment_file").only({"id", "name", "extension", "reply_id", "size"});
    Belongings attachments;
    auto rows = reading.database.query("SELECT attachment_file.comment_id, " + shape.columns()
            + " FROM comment JOIN attachment_file ON attachment_file.comment_id = comment.id"
              " WHERE comment.object_id = ? ORDER BY attachment_file.created_at, attachment_file.name",
        taskId);
    while (rows.next()) {
        Json attachment = shape.toJson(rows, 1);
        attachment.erase("type");
        attachments[rows.string(0)].push_back(std::move(attachment));
    }
    return attachments;
}

struct People
{
    Belongings mentions;
    Belongings departmentMentions;
    Belongings acknowledgements;
};

People readPeople(Reading &reading, const std::string &taskId)
{
    People people;
    const std::array<std::pair<std::string, Belongings *>, 3> kinds{{{"mentions", &people.mentions},
        {"departments", &people.departmentMentions}, {"acknowledgements", &people.acknowledgements}}};
    auto rows = reading.database.query(
        "SELECT 'mentions', comment_mentions.comment, comment_mentions.person FROM comment"
        " JOIN comment_mentions ON comment_mentions.comment = comment.id WHERE comment.object_id = ?"
        " UNION ALL SELECT 'departments', comment_department_mentions.comment, comment_department_mentions.department"
        " FROM comment JOIN comment_department_mentions ON comment_department_mentions.comment = comment.id"
        " WHERE comment.object_id = ?"
        " UNION ALL SELECT 'acknowledgements', comment_acknoledgments.comment, comment_acknoledgments.person"
        " FROM comment JOIN comment_acknoledgments ON comment_acknoledgments.comment = comment.id"
        " WHERE comment.object_id = ?",
        taskId, taskId, taskId);
    while (rows.next())
        for (const auto &[kind, list] : kinds)
            if (rows.text(0) == kind) (*list)[rows.string(1)].push_back(rows.string(2));
    return people;
}

void writePerson(JsonWriter &writer, const store::Rows &rows, int first)
{
    writer.beginObject();
    writer.key("first_name").string(rows.text(first));
    writer.key("last_name").string(rows.text(first + 1));
    writer.key("has_avatar").boolean(rows.boolean(first + 2));
    writer.key("id").plainString(rows.text(first + 3));
    writer.endObject();
}

void writeStatus(JsonWriter &writer, const store::Rows &rows, int first)
{
    if (rows.isNull(first + 3)) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.key("name").string(rows.text(first));
    writer.key("short_name").string(rows.text(first + 1));
    writer.key("color").string(rows.text(first + 2));
    writer.key("id").plainString(rows.text(first + 3));
    writer.endObject();
}

void writeList(JsonWriter &writer, std::string_view name, const Belongings &belongings, std::string_view id)
{
    const auto found = belongings.find(id);
    writer.key(name).value(found == belongings.end() ? Json::array() : found->second);
}

enum class Sight { All, Blank, None };

/// What this caller sees of a comment.
Sight sightOf(const api::Caller &caller, const store::Rows &rows, int first, bool hasPreviews)
{
    const bool isOwn = rows.text(first) == caller.id;
    const bool isFromClient = rows.text(first + 1) == "client";
    const bool isIsolated = rows.boolean(first + 2);
    if (isOwn) return Sight::All;
    if (caller.isClient()) {
        if (isFromClient) return isIsolated ? Sight::None : Sight::All;
        return hasPreviews ? Sight::Blank : Sight::None;
    }
    return isFromClient && (caller.isArtist() || caller.isVendor()) ? Sight::None : Sight::All;
}

} // namespace

void writeTaskComments(JsonWriter &writer, Reading &reading, const std::string &taskId)
{
    const auto previews = readPreviews(reading, taskId);
    const auto attachments = readAttachments(reading, taskId);
    const auto people = readPeople(reading, taskId);
    const RowShape &shape = RowShape::of("comment");
    static const RowShape words = RowShape::of("comment").only({"text", "replies", "checklist"});
    static const RowShape rest = RowShape::of("comment").without({"text", "replies", "checklist"});
    const int person = rest.size() + words.size();
    const int editor = person + 4;
    const int status = editor + 4;
    auto rows = reading.database.query("SELECT " + rest.columns() + ", " + words.columns()
            + ", person.first_name, person.last_name, person.has_avatar, person.id,"
              " editor.first_name, editor.last_name, editor.has_avatar, editor.id,"
              " task_status.name, task_status.short_name, task_status.color, task_status.id,"
              " comment.person_id, person.role, project.is_clients_isolated, comment.id"
              " FROM comment JOIN person ON person.id = comment.person_id"
              " LEFT JOIN person editor ON editor.id = comment.editor_id"
              " JOIN task_status ON task_status.id = comment.task_status_id"
              " JOIN task ON task.id = comment.object_id JOIN project ON project.id = task.project_id"
              " WHERE comment.object_id = ? ORDER BY comment.created_at DESC, comment.id",
        taskId);
    writer.beginArray();
    while (rows.next()) {
        const auto id = rows.string(status + 7);
        const auto sight = sightOf(reading.caller, rows, status + 4, previews.contains(id));
        if (sight == Sight::None) continue;
        writer.beginObject();
        rest.writeMembers(writer, rows);
        if (sight == Sight::All)
            words.writeMembers(writer, rows, rest.size());
        else
            writer.key("text").string("").key("replies").raw("[]").key("checklist").raw("[]");
        writer.key("type").plainString(shape.table().model());
        writer.key("person");
        writePerson(writer, rows, person);
        if (!rows.isNull(editor + 3)) {
            writer.key("editor");
            writePerson(writer, rows, editor);
        }
        writer.key("task_status");
        writeStatus(writer, rows, status);
        writeList(writer, "acknowledgements", people.acknowledgements, id);
        writeList(writer, "previews", previews, id);
        writeList(writer, "mentions", people.mentions, id);
        writeList(writer, "department_mentions", people.departmentMentions, id);
        writeList(writer, "attachment_files", sight == Sight::All ? attachments : Belongings(), id);
        writer.endObject();
    }
    writer.endArray();
}

} // namespace callboard::tasks
