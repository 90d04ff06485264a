// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/WithTasks.h"

#include "core/records/RowShape.h"

namespace callboard::entities {

namespace {

using store::Rows;

/// A member ready to be written: its key with quotes and colon.
struct Told
{
    std::string key;
    Cell cell;
    bool hasColumn;
};

std::vector<Told> prepare(const std::vector<Member> &members)
{
    std::vector<Told> told;
    for (const Member &member : members) told.push_back({'"' + member.name + "\":", member.cell, !member.sql.empty()});
    return told;
}

std::string columnsOf(const std::vector<Member> &members)
{
    std::string columns;
    for (const Member &member : members)
        if (!member.sql.empty()) columns += (columns.empty() ? "" : ", ") + member.sql;
    return columns;
}

void writeNothing(api::JsonWriter &writer, Cell cell)
{
    switch (cell) {
    case Cell::PlainOrEmpty:
    case Cell::TextOrEmpty: writer.plainString(""); break;
    case Cell::PlainOrNone: writer.plainString("None"); break;
    case Cell::Metadata: writer.raw("{}"); break;
    default: writer.null();
    }
}

void writeMetadata(api::JsonWriter &writer, std::string_view text, const std::vector<std::string> &hiddenKeys)
{
    if (hiddenKeys.empty()) {
        writer.raw(text == "null" ? "{}" : text);
        return;
    }
    Json metadata = Json::parse(text);
    if (!metadata.is_object()) metadata = Json::object();
    for (const std::string &key : hiddenKeys) metadata.erase(key);
    writer.value(metadata);
}

void writeCell(
    api::JsonWriter &writer, const Rows &rows, int column, Cell cell, const std::vector<std::string> &hiddenKeys)
{
    if (cell == Cell::Moment) {
        records::RowShape::writeCell(writer, rows, column, schema::Type::Moment);
        return;
    }
    // Text comes first: it decides by itself whether there is something, with one call less for each cell.
    const bool isText = cell != Cell::Integer && cell != Cell::Real && cell != Cell::Boolean;
    const std::string_view text = isText ? rows.text(column) : std::string_view();
    const bool isNothing = text.empty() && ((isText && !text.data()) || rows.isNull(column));
    if (isNothing) {
        writeNothing(writer, cell);
        return;
    }
    switch (cell) {
    case Cell::Integer: writer.integer(rows.integer(column)); break;
    case Cell::Real: writer.real(rows.real(column)); break;
    case Cell::Boolean: writer.boolean(rows.boolean(column)); break;
    case Cell::Json: writer.raw(text); break;
    case Cell::Metadata:
    case Cell::MetadataOrNull: writeMetadata(writer, text, hiddenKeys); break;
    case Cell::Text:
    case Cell::TextOrEmpty: writer.string(text); break;
    default: writer.plainString(text);
    }
}

/// The place of that member among the columns.
int columnNamed(const std::vector<Member> &members, std::string_view name)
{
    int column = 0;
    for (const Member &member : members) {
        if (member.name == name) return column;
        if (!member.sql.empty()) ++column;
    }
    throw std::logic_error("The list has no member " + std::string(name));
}

class Merge
{
public:
    Merge(store::Connection &database, const std::string &personId, const WithTasksView &view)
        : m_view(view)
        , m_entityMembers(prepare(view.entityMembers))
        , m_taskMembers(prepare(view.taskMembers))
        , m_entityId(columnNamed(view.entityMembers, "id"))
        , m_taskId(columnNamed(view.taskMembers, "id"))
        , m_taskEntityId(columnNamed(view.taskMembers, "entity_id"))
        , m_followed(followedTasks(database, personId))
        , m_entities(database.run(entitySql(), joined(view.selectValues, view.values)))
        , m_tasks(database.runStreaming(taskSql(database.isSqlite()), joined(view.values, view.taskValues)))
        , m_hasTask(m_tasks.next())
        , m_assignee(m_tasks.columns() - 1)
    {}

    bool next() { return m_entities.next(); }

    void writeEntity(api::JsonWriter &writer)
    {
        writer.beginObject();
        int column = 0;
        for (const Told &member : m_entityMembers) {
            writer.quotedKey(member.key);
            if (member.hasColumn)
                writeCell(writer, m_entities, column++, member.cell, m_view.hiddenKeys);
            else if (member.cell == Cell::Kind)
                writer.plainString(nameOf(m_view.kind));
            else
                writeTasks(writer);
        }
        writer.endObject();
    }

private:
    static std::unordered_set<std::string> followedTasks(store::Connection &database, const std::string &personId)
    {
        std::unordered_set<std::string> followed;
        auto rows =
            database.query("SELECT task_id FROM subscription WHERE person_id = ? AND task_id IS NOT NULL", personId);
        while (rows.next()) followed.insert(rows.string(0));
        return followed;
    }

    static std::vector<store::Value> joined(std::vector<store::Value> first, const std::vector<store::Value> &second)
    {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }

    /// Both cursors go through the entities in this order. It is that of an index of `entity`, with any number of
    /// types, so that nothing is sorted.
    static constexpr const char *order = " ORDER BY entity.entity_type_id, entity.id";

    std::string entitySql() const
    {
        return "SELECT " + columnsOf(m_view.entityMembers) + " FROM entity" + m_view.joins + " WHERE "
            + m_view.condition + order;
    }
    /// A task has a row for each assignee, or one; they come one after the other. SQLite reads the assignees in the
    /// innermost loop and keeps equal rows in their order; PostgreSQL promises neither.
    std::string taskSql(bool isSqlite) const
    {
        return "SELECT " + columnsOf(m_view.taskMembers)
            + ", task_person_link.person_id FROM entity JOIN task ON task.entity_id = entity.id"
              " LEFT JOIN task_person_link ON task_person_link.task_id = task.id WHERE "
            + m_view.condition + (m_view.taskCondition.empty() ? "" : " AND " + m_view.taskCondition) + order
            + (isSqlite ? "" : ", task.created_at, task.id");
    }

    void writeTasks(api::JsonWriter &writer)
    {
        const std::string_view entityId = m_entities.text(m_entityId);
        writer.beginArray();
        // Both see the same moment and the same entities: no task of another entity can lie between.
        while (m_hasTask && m_tasks.text(m_taskEntityId) == entityId) writeTask(writer);
        writer.endArray();
    }

    void writeTask(api::JsonWriter &writer)
    {
        m_task = m_tasks.text(m_taskId);
        writer.beginObject();
        int column = 0;
        for (const Told &member : m_taskMembers) {
            writer.quotedKey(member.key);
            if (member.hasColumn)
                writeCell(writer, m_tasks, column++, member.cell, m_view.hiddenKeys);
            else
                writer.boolean(!m_followed.empty() && m_followed.contains(m_task));
        }
        writer.quotedKey("\"assignees\":").beginArray();
        do {
            if (const auto person = m_tasks.text(m_assignee); !person.empty()) writer.plainString(person);
            m_hasTask = m_tasks.next();
        } while (m_hasTask && m_tasks.text(m_taskId) == m_task);
        writer.endArray();
        writer.endObject();
    }

    const WithTasksView &m_view;
    std::vector<Told> m_entityMembers;
    std::vector<Told> m_taskMembers;
    int m_entityId;
    int m_taskId;
    int m_taskEntityId;
    std::unordered_set<std::string> m_followed;
    Rows m_entities;
    Rows m_tasks;
    bool m_hasTask;
    int m_assignee;
    std::string m_task; // the identifier of the one that is being written
};

} // namespace

api::Response withTasks(api::Reading &reading, WithTasksView view)
{
    return api::stream(
        [&database = reading.database, personId = reading.caller.id, view = std::move(view)](api::JsonWriter &writer) {
            Merge merge(database, personId, view);
            writer.beginArray();
            while (merge.next()) merge.writeEntity(writer);
            writer.endArray();
        });
}

Json oneWithTasks(api::Reading &reading, const WithTasksView &view)
{
    Merge merge(reading.database, reading.caller.id, view);
    if (!merge.next()) throw api::notFound("The " + std::string(eventNameOf(view.kind)));
    api::JsonWriter writer;
    merge.writeEntity(writer);
    return Json::parse(writer.take());
}

} // namespace callboard::entities
