// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tasks/TaskRowsWithContext.h"

#include "core/records/RowShape.h"

namespace callboard::tasks {

namespace {

using records::RowShape;
using schema::Type;

/// A member beside the task's own columns.
struct Member
{
    const char *toDoName; // nullptr: not told in that form
    const char *openName;
    const char *sql;
    Type type;
    bool isEmptyWhenNull = false; // told as "" instead of null
};

// A shot's parent is its sequence, whose parent is the episode; an asset's source is its episode.
constexpr const char *episodeId = "CASE WHEN entity_type.name = 'Shot' THEN episode.id"
                                  " WHEN entity_type.name IN ('Sequence', 'Edit') THEN parent.id ELSE source.id END";
constexpr const char *episodeName =
    "CASE WHEN entity_type.name = 'Shot' THEN episode.name"
    " WHEN entity_type.name IN ('Sequence', 'Edit') THEN parent.name ELSE source.name END";

const std::vector<Member> &members()
{
    static const std::vector<Member> all{
        {"project_name", "project_name", "project.name", Type::Text},
        {"project_has_avatar", "project_has_avatar", "project.has_avatar", Type::Boolean},
        {"entity_name", "entity_name", "entity.name", Type::Text},
        {"entity_description", "entity_description", "entity.description", Type::Text},
        {"entity_data", "entity_data", "entity.data", Type::Json},
        {"entity_preview_file_id", "entity_preview_file_id", "entity.preview_file_id", Type::Text, true},
        {"entity_source_id", "entity_source_id", "entity.source_id", Type::Text, true},
        {"entity_type_name", "entity_type_name", "entity_type.name", Type::Text},
        {"entity_canceled", "entity_canceled", "entity.canceled", Type::Boolean},
        {"sequence_name", "sequence_name", "CASE WHEN entity_type.name IN ('Shot', 'Sequence') THEN parent.name END",
            Type::Text},
        {"episode_id", "episode_id", episodeId, Type::Text, true},
        {"episode_name", "episode_name", episodeName, Type::Text},
        {"task_estimation", nullptr, "task.estimation", Type::Real},
        {"task_duration", nullptr, "task.duration", Type::Real},
        {"task_start_date", nullptr, "task.start_date", Type::Moment},
        {"task_due_date", nullptr, "task.due_date", Type::Moment},
        {"task_type_name", "type_name", "task_type.name", Type::Text},
        {"task_type_for_entity", "task_type_for_entity", "task_type.for_entity", Type::Text},
        {"task_status_name", "status_name", "task_status.name", Type::Text},
        {"task_type_color", "type_color", "task_type.color", Type::Text},
        {"task_status_color", "status_color", "task_status.color", Type::Text},
        {"task_status_short_name", "status_short_name", "task_status.short_name", Type::Text},
    };
    return all;
}

/// A row whose entity has a source is an asset: shots have parents.
int columnOf(std::string_view toDoName)
{
    int column = RowShape::of("task").size() + 1;
    for (const Member &member : members()) {
        if (member.toDoName && toDoName == member.toDoName) return column;
        if (member.toDoName) ++column;
    }
    throw std::logic_error("no such member");
}

bool isAsset(const store::Rows &rows)
{
    static const int source = columnOf("entity_source_id");
    return !rows.isNull(source);
}

const char *nameOf(const Member &member, TaskListForm form)
{
    return form == TaskListForm::Open ? member.openName : member.toDoName;
}

/// The newest comment that is no client's.
std::string lastComment(std::string_view column)
{
    return "(SELECT comment." + std::string(column)
        + " FROM comment JOIN person author ON author.id = comment.person_id WHERE comment.object_id = task.id"
          " AND author.role <> 'client' ORDER BY comment.created_at DESC, comment.id LIMIT 1)";
}

/// A list of the episodes that an asset is cast in.
std::string castingEpisodes(store::Dialect dialect, std::string_view column)
{
    return "(SELECT " + store::fragment::jsonArray(dialect, column)
        + " FROM entity_link JOIN entity cast_in ON cast_in.id = entity_link.entity_in_id"
          " JOIN entity_type cast_type ON cast_type.id = cast_in.entity_type_id AND cast_type.name = 'Episode'"
          " WHERE entity_link.entity_out_id = entity.id)";
}

} // namespace

std::string selectTasksWithContext(store::Dialect dialect, TaskListForm form)
{
    std::string sql = "SELECT " + RowShape::of("task").columns() + ", (SELECT "
        + store::fragment::jsonArray(dialect, "task_person_link.person_id")
        + " FROM task_person_link WHERE task_person_link.task_id = task.id)";
    for (const Member &member : members())
        if (nameOf(member, form)) sql += std::string(", ") + member.sql;
    if (form != TaskListForm::Open)
        for (const char *column : {"text", "created_at", "person_id"}) sql += ", " + lastComment(column);
    if (form == TaskListForm::ToDo)
        for (const char *column : {"cast_in.id", "cast_in.name"}) sql += ", " + castingEpisodes(dialect, column);
    return sql
        + " FROM task JOIN project ON project.id = task.project_id"
          " JOIN project_status ON project_status.id = project.project_status_id"
          " JOIN entity ON entity.id = task.entity_id JOIN entity_type ON entity_type.id = entity.entity_type_id"
          " JOIN task_type ON task_type.id = task.task_type_id"
          " JOIN task_status ON task_status.id = task.task_status_id"
          " LEFT JOIN entity parent ON parent.id = entity.parent_id"
          " LEFT JOIN entity episode ON episode.id = parent.parent_id"
          " LEFT JOIN entity source ON source.id = entity.source_id ";
}

void writeTaskWithContext(api::JsonWriter &writer, const store::Rows &rows, TaskListForm form)
{
    const auto &shape = RowShape::of("task");
    writer.beginObject();
    shape.writeMembers(writer, rows);
    writer.key("type").plainString("Task");
    int column = shape.size();
    writer.key("assignees").raw(rows.text(column++));
    for (const Member &member : members()) {
        const char *name = nameOf(member, form);
        if (!name) continue;
        writer.key(name);
        const bool isHidden =
            form == TaskListForm::ToCheck && std::string_view(member.sql) == episodeName && isAsset(rows);
        if (isHidden)
            writer.null();
        else if (member.isEmptyWhenNull && rows.isNull(column))
            writer.string("");
        else
            RowShape::writeCell(writer, rows, column, member.type);
        ++column;
    }
    if (form != TaskListForm::Open) {
        writer.key("last_comment").beginObject();
        if (!rows.isNull(column + 2)) {
            writer.key("text").string(rows.text(column));
            writer.key("date").plainString(records::toldMoment(rows.text(column + 1)));
            writer.key("person_id").plainString(rows.text(column + 2));
        }
        writer.endObject();
        column += 3;
    }
    if (form == TaskListForm::ToDo && !rows.isNull(column) && rows.text(column) != "[]") {
        writer.key("episode_ids").raw(rows.text(column));
        writer.key("episode_names").raw(rows.text(column + 1));
    }
    writer.endObject();
}

} // namespace callboard::tasks
