// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/RecordOperations.h"

#include "core/access/Belonging.h"
#include "core/records/Paging.h"
#include "core/records/Record.h"
#include "core/records/RowShape.h"

namespace callboard::records {

namespace {

using schema::Relation;
using schema::Table;

/// What is told of a row: columns, extras, and related lists when asked for.
class Telling
{
public:
    Telling(const Model &model, const api::Reading &reading, bool withRelations)
        : m_all(RowShape::of(model.table))
    {
        if (model.hidden) m_seen = m_all.without(model.hidden(reading.caller));
        m_columns = shape().columns();
        const auto dialect = reading.database.dialect();
        for (const Extra &extra : model.extras) add(extra.name, extra.sql(dialect));
        if (!withRelations) return;
        for (const Relation &relation : m_all.table().relations())
            add(relation.name,
                "(SELECT " + store::fragment::jsonArray(dialect, "related." + relation.otherColumn) + " FROM "
                    + relation.through + " related WHERE related." + relation.ownColumn + " = " + model.table + ".id)");
    }

    /// The columns that are hidden from the caller, as "".
    void addHiddenAsEmpty(const std::vector<std::string> &names)
    {
        for (const std::string &name : names) add(name, "'\"\"'");
    }

    std::string select() const { return "SELECT " + m_columns + " FROM " + m_all.table().name(); }

    void write(api::JsonWriter &writer, const store::Rows &rows) const
    {
        writer.beginObject();
        shape().writeMembers(writer, rows);
        writer.key("type").plainString(m_all.table().model());
        int column = shape().size();
        for (const std::string &name : m_names) {
            writer.key(name);
            if (rows.isNull(column))
                writer.null();
            else
                writer.raw(rows.text(column));
            ++column;
        }
        writer.endObject();
    }

private:
    const RowShape &shape() const { return m_seen ? *m_seen : m_all; }
    void add(const std::string &name, const std::string &sql)
    {
        m_names.push_back(name);
        m_columns += ", " + sql;
    }

    const RowShape &m_all;
    std::optional<RowShape> m_seen; // when some columns are hidden from the caller
    std::string m_columns;
    std::vector<std::string> m_names;
};

std::string recordText(const api::Reading &reading, const Model &model, const std::string &id, bool withRelations)
{
    const Telling telling(model, reading, withRelations);
    auto rows = reading.database.query(telling.select() + " WHERE " + model.table + ".id = ?", id);
    if (!rows.next()) throw api::notFound("The " + schema::table(model.table).model() + " " + id);
    api::JsonWriter writer;
    telling.write(writer, rows);
    return writer.take();
}

std::string projectOf(api::Writing &writing, const Model &model, const Json &row)
{
    if (const auto own = row.find("project_id"); own != row.end())
        return own->is_string() ? own->get<std::string>() : "";
    const auto belonging = access::belongingOf(writing.database, model.table, row["id"].get<std::string>());
    return belonging ? belonging->projectId : std::string();
}

void setRelations(api::Writing &writing, const Model &model, const std::string &id, const Input &input)
{
    for (const auto &[name, ids] : input.relations)
        setRelation(writing, *schema::table(model.table).relation(name), id, ids);
}

Json tellWritten(const api::Reading &reading, const Model &model, const std::string &id, bool withRelations)
{
    Json told = tellRecord(reading, model, id, withRelations);
    if (model.telling) model.telling(reading, told);
    return told;
}

} // namespace

api::Response listRecords(api::Reading &reading, const api::Request &request, const Model &model)
{
    const Table &table = schema::table(model.table);
    Condition condition = filtersOf(reading.database.dialect(), table, request.query);
    if (model.rows) condition.require(model.rows(reading, request));
    const bool isWhole = request.isSwitchedOn("relations") || (model.isListedWhole && request.query.empty());
    return listPage(reading, request, model, std::move(condition), isWhole);
}

api::Response listPage(
    api::Reading &reading, const api::Request &request, const Model &model, Condition condition, bool withRelations)
{
    Telling telling(model, reading, withRelations);
    if (model.listsHiddenAsEmpty) telling.addHiddenAsEmpty(model.hidden(reading.caller));
    return api::stream([&database = reading.database, telling = std::move(telling), condition = std::move(condition),
                           page = pageAskedBy(request), table = model.table](api::JsonWriter &writer) {
        writeList(writer, database, table, telling.select(), condition, page,
            [&](api::JsonWriter &out, const store::Rows &rows) { telling.write(out, rows); });
    });
}

api::Response listWhere(
    api::Reading &reading, const Model &model, Condition condition, const std::string &order, bool withRelations)
{
    return api::stream([&database = reading.database, telling = Telling(model, reading, withRelations),
                           condition = std::move(condition), order](api::JsonWriter &writer) {
        auto rows =
            database.runStreaming(telling.select() + condition.where() + " ORDER BY " + order, condition.values);
        writer.beginArray();
        while (rows.next()) telling.write(writer, rows);
        writer.endArray();
    });
}

Json tellRecord(const api::Reading &reading, const Model &model, const std::string &id, bool withRelations)
{
    return Json::parse(recordText(reading, model, id, withRelations));
}

api::Response readRecord(api::Reading &reading, const api::Request &request, const Model &model)
{
    const auto asked = request.query.find("relations");
    const bool withRelations = !asked || request.isSwitchedOn("relations");
    const auto id = access::recordId(request, model.table);
    if (!model.tellingOne) return api::jsonText(recordText(reading, model, id, withRelations));
    Json told = tellRecord(reading, model, id, withRelations);
    model.tellingOne(reading, told);
    return api::json(told);
}

Json makeRecord(api::Writing &writing, const Model &model, Json body)
{
    if (model.readingNew) model.readingNew(writing, body);
    Input input = readNewRow(writing.database, schema::table(model.table), body);
    if (model.creating) model.creating(writing, input);
    const Json row = insert(writing, model.table, input.columns);
    const auto id = row["id"].get<std::string>();
    setRelations(writing, model, id, input);
    if (model.created) model.created(writing, row);
    tellChange(writing, model, "new", row, projectOf(writing, model, row));
    return row;
}

api::Response createRecord(api::Writing &writing, const api::Request &request, const Model &model)
{
    const Json row = makeRecord(writing, model, request.jsonObject());
    return api::json(tellWritten(writing, model, row["id"], model.isToldWholeWhenNew), 201);
}

api::Response changeRecord(api::Writing &writing, const api::Request &request, const Model &model)
{
    const auto id = access::recordId(request, model.table);
    const Json before = get(writing.database, model.table, id);
    Json body = request.jsonObject();
    if (model.readingChange) model.readingChange(writing, body);
    Input input = readChanges(writing.database, schema::table(model.table), body);
    if (model.changing) model.changing(writing, before, input);
    const Json row = update(writing, model.table, id, input.columns);
    setRelations(writing, model, id, input);
    if (model.changed) model.changed(writing, before, row);
    tellChange(writing, model, "update", row, projectOf(writing, model, row));
    return api::json(tellWritten(writing, model, id, model.isToldWholeWhenChanged));
}

api::Response removeRecord(api::Writing &writing, const api::Request &request, const Model &model)
{
    const auto id = access::recordId(request, model.table);
    const Json row = get(writing.database, model.table, id);
    const std::string projectId = projectOf(writing, model, row);
    if (model.removing) model.removing(writing, row, request.isSwitchedOn("force"));
    remove(writing, model.table, id);
    media::removeAfterCommit(writing, model.files, id);
    if (model.removed) model.removed(writing, row);
    tellChange(writing, model, "delete", row, projectId);
    return api::noContent();
}

void tellChange(
    api::Writing &writing, const Model &model, const std::string &what, const Json &row, const std::string &projectId)
{
    if (model.isSilent) return;
    const Table &table = schema::table(model.table);
    api::Event event;
    event.name = (model.event.empty() ? table.eventName() : model.event) + ":" + what;
    event.payload[model.eventKey.empty() ? model.table + "_id" : model.eventKey] = row["id"];
    // The production is in the payload where it is a column, but always decides who hears of the change.
    // A production that comes or goes is told without one: it has no team yet, or no row any more.
    const bool isOfNone = model.table == "project" && what != "update";
    if (!projectId.empty() && !isOfNone) event.projectId = projectId;
    if (!projectId.empty() && table.field("project_id")) event.payload["project_id"] = projectId;
    if (model.completingEvent) model.completingEvent(event, what, row);
    writing.tell(std::move(event));
}

} // namespace callboard::records
