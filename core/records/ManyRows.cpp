// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/ManyRows.h"

#include "core/records/Possible.h"
#include "core/records/Record.h"
#include "core/store/Ddl.h"

#include <array>

namespace callboard::records {

namespace {

using schema::Field;
using schema::Table;

constexpr std::array<std::size_t, 3> batchSizes{128, 16, 1}; // rows a statement

std::string repeated(const std::string &text, std::size_t count)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += (i ? ", " : "") + text;
    return all;
}

/// A column's placeholder where the database cannot tell its type from the place.
std::string typedPlaceholder(store::Dialect dialect, const Field &field)
{
    return dialect == store::Dialect::Postgres ? "CAST(? AS " + store::columnType(dialect, field) + ")" : "?";
}

std::vector<std::string> namesOf(const Json &columns)
{
    std::vector<std::string> names;
    for (const auto &[name, value] : columns.items()) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

/// Rows that name the same columns.
using Alike = std::map<std::vector<std::string>, std::vector<const Json *>>;

/// What a column of a new row holds when nobody says.
Json defaultOf(const Field &field)
{
    const bool isWrittenNumber = field.type == schema::Type::Text && field.fallback.is_number();
    return isWrittenNumber ? Json(field.fallback.dump()) : field.fallback;
}

/// Gives all rows the same columns, so that they are written in their order: a parent before its children.
void fillUp(const Table &table, const std::vector<Json *> &rows)
{
    std::set<std::string> names;
    for (const Json *row : rows)
        for (const auto &[name, value] : row->items()) names.insert(name);
    for (Json *row : rows)
        for (const std::string &name : names)
            if (!row->contains(name)) (*row)[name] = defaultOf(*table.field(name));
}

std::string listed(const std::vector<std::string> &names)
{
    std::string list;
    for (const std::string &name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::vector<store::Value> valuesOf(
    const Table &table, const std::vector<std::string> &names, const std::vector<const Json *> &rows)
{
    std::vector<store::Value> values;
    for (const Json *row : rows)
        for (const std::string &name : names) values.push_back(toColumn(row->at(name), table.field(name)->type));
    return values;
}

void readTold(store::Rows rows, const RowShape &shape, std::map<std::string, Json> &told)
{
    while (rows.next()) {
        Json row = shape.toJson(rows);
        const std::string id = row["id"];
        told[id] = std::move(row);
    }
}

void insertAlike(api::Writing &writing, const Table &table, const std::vector<std::string> &names,
    const std::vector<const Json *> &rows, std::map<std::string, Json> &told)
{
    std::string places;
    for (const std::string &name : names)
        places += (places.empty() ? "" : ", ") + typedPlaceholder(writing.database.dialect(), *table.field(name));
    const RowShape &shape = RowShape::of(table.name());
    inBatches(rows.size(), [&](std::size_t first, std::size_t size) {
        const std::vector<const Json *> batch(rows.begin() + first, rows.begin() + first + size);
        readTold(writing.database.run("INSERT INTO " + table.name() + " (" + listed(names) + ") VALUES "
                         + repeated("(" + places + ")", size) + " RETURNING " + shape.columns(),
                     valuesOf(table, names, batch)),
            shape, told);
    });
}

void updateAlike(api::Writing &writing, const Table &table, const std::vector<std::string> &names,
    const std::vector<const Json *> &rows, std::map<std::string, Json> &told)
{
    std::string places;
    std::string assignments;
    std::string key;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string given = "given.column" + std::to_string(i + 1);
        places += (i ? ", " : "") + typedPlaceholder(writing.database.dialect(), *table.field(names[i]));
        if (names[i] == "id")
            key = given;
        else
            assignments += (assignments.empty() ? "" : ", ") + names[i] + " = " + given;
    }
    const RowShape &shape = RowShape::of(table.name());
    inBatches(rows.size(), [&](std::size_t first, std::size_t size) {
        const std::vector<const Json *> batch(rows.begin() + first, rows.begin() + first + size);
        readTold(writing.database.run("UPDATE " + table.name() + " SET " + assignments + " FROM (VALUES "
                         + repeated("(" + places + ")", size) + ") AS given WHERE " + table.name() + ".id = " + key
                         + " RETURNING " + shape.columns(table.name()),
                     valuesOf(table, names, batch)),
            shape, told);
    });
}

void forValues(store::Connection &database, const std::string &select, const std::vector<store::Value> &values,
    const std::function<void(const store::Rows &)> &take)
{
    inBatches(values.size(), [&](std::size_t first, std::size_t size) {
        auto rows =
            database.run(select + " IN (" + store::placeholders(size) + ")", std::span(values).subspan(first, size));
        while (rows.next()) take(rows);
    });
}

std::set<std::string> ownersOf(const Links &links)
{
    std::set<std::string> owners;
    for (const auto &[owner, others] : links) owners.insert(owner);
    return owners;
}

using LinkSet = std::set<std::pair<std::string, std::string>>;

/// The links that the owners have now.
LinkSet presentLinks(store::Connection &database, const schema::Relation &relation, const Links &links)
{
    LinkSet present;
    forRows(database,
        "SELECT " + relation.ownColumn + ", " + relation.otherColumn + " FROM " + relation.through + " WHERE "
            + relation.ownColumn,
        ownersOf(links), [&](const store::Rows &rows) { present.emplace(rows.string(0), rows.string(1)); });
    return present;
}

/// Makes those that are not present, each once: not every table of links refuses the same link twice.
void insertLinks(api::Writing &writing, const schema::Relation &relation, const Links &links, const LinkSet &present)
{
    LinkSet added;
    for (const auto &[owner, others] : links)
        for (const std::string &other : others)
            if (!present.contains({owner, other})) added.emplace(owner, other);
    const std::vector<std::pair<std::string, std::string>> pairs(added.begin(), added.end());
    // Some links are records of their own.
    const bool isStamped = schema::table(relation.through).hasId();
    inBatches(pairs.size(), [&](std::size_t first, std::size_t size) {
        std::vector<store::Value> values;
        for (std::size_t i = first; i < first + size; ++i) {
            values.emplace_back(pairs[i].first);
            values.emplace_back(pairs[i].second);
            if (isStamped) values.insert(values.end(), {writing.newId(), writing.now, writing.now});
        }
        writing.database.runChange("INSERT INTO " + relation.through + " (" + relation.ownColumn + ", "
                + relation.otherColumn + (isStamped ? ", id, created_at, updated_at" : "") + ") VALUES "
                + repeated(isStamped ? "(?, ?, ?, ?, ?)" : "(?, ?)", size) + " ON CONFLICT DO NOTHING",
            values);
    });
}

} // namespace

void ManyRows::make(const Json &columns)
{
    const std::string id = columns.at("id");
    requirePossible(schema::table(m_table), columns);
    m_rows[id] = {columns, true};
    m_order.push_back(id);
}

void ManyRows::change(const std::string &id, const Json &columns)
{
    requirePossible(schema::table(m_table), columns, id);
    const auto present = m_rows.try_emplace(id, Row{{{"id", id}}, false}).first;
    present->second.columns.update(columns);
    m_order.push_back(id);
}

Json ManyRows::write(api::Writing &writing)
{
    const Table &table = schema::table(m_table);
    std::vector<Json *> made;
    Alike changed;
    std::set<std::string> seen;
    for (const std::string &id : m_order) {
        if (!seen.insert(id).second) continue;
        Row &row = m_rows[id];
        // Not writing.now: each row has its own moment, so that lists in the order of making have one.
        const std::string moment = writing.services.now();
        for (const char *stamp : {"created_at", "updated_at"})
            if (table.field(stamp) && (row.isNew || stamp == std::string_view("updated_at"))
                && !row.columns.contains(stamp))
                row.columns[stamp] = moment;
        if (row.isNew)
            made.push_back(&row.columns);
        else
            changed[namesOf(row.columns)].push_back(&row.columns);
    }
    fillUp(table, made);
    std::map<std::string, Json> told;
    if (!made.empty()) insertAlike(writing, table, namesOf(*made.front()), {made.begin(), made.end()}, told);
    for (const auto &[names, rows] : changed) updateAlike(writing, table, names, rows, told);
    Json all = Json::array();
    for (const std::string &id : m_order) {
        const auto row = told.find(id);
        if (row == told.end()) throw api::notFound("The " + table.model() + " " + id);
        all.push_back(row->second);
    }
    return all;
}

void inBatches(std::size_t count, const std::function<void(std::size_t first, std::size_t size)> &run)
{
    std::size_t first = 0;
    for (const std::size_t size : batchSizes)
        for (; count - first >= size; first += size) run(first, size);
}

void forRows(store::Connection &database, const std::string &select, const std::set<std::string> &values,
    const std::function<void(const store::Rows &)> &take)
{
    forValues(database, select, {values.begin(), values.end()}, take);
}

void forRows(store::Connection &database, const std::string &select, const std::set<std::int64_t> &values,
    const std::function<void(const store::Rows &)> &take)
{
    forValues(database, select, {values.begin(), values.end()}, take);
}

void addRelations(api::Writing &writing, const schema::Relation &relation, const Links &links)
{
    insertLinks(writing, relation, links, presentLinks(writing.database, relation, links));
}

void setRelations(api::Writing &writing, const schema::Relation &relation, const Links &links)
{
    const LinkSet present = presentLinks(writing.database, relation, links);
    LinkSet unnamed = present;
    for (const auto &[owner, others] : links)
        for (const std::string &other : others) unnamed.erase({owner, other});
    const std::vector<std::pair<std::string, std::string>> lost(unnamed.begin(), unnamed.end());
    inBatches(lost.size(), [&](std::size_t first, std::size_t size) {
        std::vector<store::Value> values;
        std::string condition;
        for (std::size_t i = first; i < first + size; ++i) {
            condition +=
                (condition.empty() ? "(" : " OR (") + relation.ownColumn + " = ? AND " + relation.otherColumn + " = ?)";
            values.emplace_back(lost[i].first);
            values.emplace_back(lost[i].second);
        }
        writing.database.runChange("DELETE FROM " + relation.through + " WHERE " + condition, values);
    });
    insertLinks(writing, relation, links, present);
}

} // namespace callboard::records
