// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/WithTasks.h"

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
        if (!member.sql.empty()) columns += ", " + member.sql;
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

void writeMoment(api::JsonWriter &writer, std::string_view stored)
{
    if (stored.size() > 10 && stored[10] == 'T')
        writer.plainString(stored.substr(0, 19));
    else
        writer.plainString(records::toldMoment(stored));
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
    // Text comes first: it decides by itself whether there is something, with one call less for each cell.
    const bool isText = cell != Cell::Integer && cell != Cell::Real && cell != Cell::Boolean;
    const std::string_view text = isText ? rows.text(column) : std::string_view();
    if (text.empty() && rows.isNull(column)) {
        writeNothing(writer, cell);
        return;
    }
    switch (cell) {
    case Cell::Integer: writer.integer(rows.integer(column)); break;
    case Cell::Real: writer.real(rows.real(column)); break;
    case Cell::Boolean: writer.boolean(rows.boolean(column)); break;
    case Cell::Moment: writeMoment(writer, text); break;
    case Cell::Json: writer.raw(text); break;
    case Cell::Metadata:
    case Cell::MetadataOrNull: writeMetadata(writer, text, hiddenKeys); break;
    case Cell::Text:
    case Cell::TextOrEmpty: writer.string(text); break;
    default: writer.plainString(text);
    }
}

/// The task assignees of one entity at a time.
class Assignees
{
public:
    explicit Assignees(Rows rows)
        : m_rows(std::move(rows))
        , m_hasRow(m_rows.next())
    {}

    /// Gathers those of this entity; entities come in rising order.
    void moveTo(std::string_view entityId)
    {
        m_links.clear();
        while (m_hasRow && m_rows.text(0) < entityId) m_hasRow = m_rows.next();
        while (m_hasRow && m_rows.text(0) == entityId) {
            m_links.emplace_back(m_rows.string(1), m_rows.string(2));
            m_hasRow = m_rows.next();
        }
    }
    void write(api::JsonWriter &writer, std::string_view taskId) const
    {
        writer.beginArray();
        for (const auto &[task, person] : m_links)
            if (task == taskId) writer.plainString(person);
        writer.endArray();
    }

private:
    Rows m_rows;
    bool m_hasRow;
    std::vector<std::pair<std::string, std::string>> m_links;
};

class Merge
{
public:
    Merge(store::Connection &database, const std::string &personId, const WithTasksView &view)
        : m_view(view)
        , m_entityMembers(prepare(view.entityMembers))
        , m_taskMembers(prepare(view.taskMembers))
        , m_followed(followedTasks(database, personId))
        , m_entities(database.run(entitySql(), joined(view.selectValues, view.values)))
        , m_tasks(database.run(taskSql(), taskValues()))
        , m_assignees(database.run(assigneeSql(), taskValues()))
    {
        m_hasTask = m_tasks.next();
    }

    bool next() { return m_entities.next(); }

    void writeEntity(api::JsonWriter &writer)
    {
        m_assignees.moveTo(m_entities.text(0));
        writer.beginObject();
        int column = 1;
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

    std::string entitySql() const
    {
        return "SELECT entity.id" + columnsOf(m_view.entityMembers) + " FROM " + m_view.from + " WHERE "
            + m_view.condition + " ORDER BY entity.id";
    }
    std::string taskCondition() const
    {
        return " WHERE " + m_view.condition + (m_view.taskCondition.empty() ? "" : " AND " + m_view.taskCondition)
            + " ORDER BY entity.id";
    }
    std::string taskSql() const
    {
        return "SELECT entity.id, task.id" + columnsOf(m_view.taskMembers) + " FROM " + m_view.from
            + " JOIN task ON task.entity_id = entity.id" + taskCondition();
    }
    std::string assigneeSql() const
    {
        return "SELECT entity.id, task_person_link.task_id, task_person_link.person_id FROM " + m_view.from
            + " JOIN task ON task.entity_id = entity.id JOIN task_person_link ON task_person_link.task_id = task.id"
            + taskCondition();
    }
    std::vector<store::Value> taskValues() const { return joined(m_view.values, m_view.taskValues); }

    void writeTasks(api::JsonWriter &writer)
    {
        const std::string_view entityId = m_entities.text(0);
        writer.beginArray();
        while (m_hasTask && m_tasks.text(0) < entityId) m_hasTask = m_tasks.next();
        while (m_hasTask && m_tasks.text(0) == entityId) {
            writeTask(writer);
            m_hasTask = m_tasks.next();
        }
        writer.endArray();
    }

    void writeTask(api::JsonWriter &writer)
    {
        const std::string_view taskId = m_tasks.text(1);
        writer.beginObject();
        int column = 2;
        for (const Told &member : m_taskMembers) {
            writer.quotedKey(member.key);
            if (member.hasColumn)
                writeCell(writer, m_tasks, column++, member.cell, m_view.hiddenKeys);
            else if (member.cell == Cell::Assignees)
                m_assignees.write(writer, taskId);
            else
                writer.boolean(!m_followed.empty() && m_followed.contains(std::string(taskId)));
        }
        writer.endObject();
    }

    const WithTasksView &m_view;
    std::vector<Told> m_entityMembers;
    std::vector<Told> m_taskMembers;
    std::unordered_set<std::string> m_followed;
    Rows m_entities;
    Rows m_tasks;
    bool m_hasTask = false;
    Assignees m_assignees;
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
