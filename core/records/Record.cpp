// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Record.h"

#include "core/records/Possible.h"

#include <QDateTime>

#include <set>

namespace callboard::records {

namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 2200;

using schema::Field;
using schema::Table;
using schema::Type;

/// A column's placeholder; JSON text wants a cast in PostgreSQL.
std::string_view placeholder(store::Dialect dialect, const Field &field)
{
    return field.type == Type::Json ? store::fragment::jsonPlaceholder(dialect) : "?";
}

const Field &columnNamed(const Table &table, const std::string &name)
{
    if (const Field *field = table.field(name)) return *field;
    throw std::logic_error(table.name() + " has no column " + name);
}

} // namespace

std::optional<Json> find(store::Connection &database, std::string_view table, const std::string &id)
{
    const RowShape &shape = RowShape::of(table);
    auto rows = database.query("SELECT " + shape.columns() + " FROM " + std::string(table) + " WHERE id = ?", id);
    if (!rows.next()) return std::nullopt;
    return shape.toJson(rows);
}

Json get(store::Connection &database, std::string_view table, const std::string &id)
{
    auto found = find(database, table, id);
    if (!found) throw api::notFound("The " + schema::table(table).model() + " " + id);
    return std::move(*found);
}

Json relationIds(store::Connection &database, const schema::Relation &relation, const std::string &id)
{
    Json ids = Json::array();
    auto rows = database.query("SELECT " + relation.otherColumn + " FROM " + relation.through + " WHERE "
            + relation.ownColumn + " = ? ORDER BY 1",
        id);
    while (rows.next()) ids.push_back(rows.string(0));
    return ids;
}

Json getWithRelations(store::Connection &database, std::string_view table, const std::string &id)
{
    Json row = get(database, table, id);
    for (const auto &relation : schema::table(table).relations())
        row[relation.name] = relationIds(database, relation, id);
    return row;
}

std::optional<Json> findWhere(store::Connection &database, std::string_view table, const Json &values)
{
    const RowShape &shape = RowShape::of(table);
    std::string sql = "SELECT " + shape.columns() + " FROM " + std::string(table) + " WHERE 1 = 1";
    std::vector<store::Value> bound;
    for (const auto &[name, value] : values.items()) {
        sql += " AND " + name + (value.is_null() ? " IS NULL" : " = ?");
        if (!value.is_null()) bound.push_back(toColumn(value, columnNamed(shape.table(), name).type));
    }
    auto rows = database.run(sql + " ORDER BY created_at LIMIT 1", bound);
    if (!rows.next()) return std::nullopt;
    return shape.toJson(rows);
}

bool exists(store::Connection &database, std::string_view table, const std::string &id)
{
    return database.query("SELECT 1 FROM " + std::string(table) + " WHERE id = ?", id).next();
}

Json insert(api::Writing &writing, std::string_view tableName, const Json &values)
{
    const Table &table = schema::table(tableName);
    requirePossible(table, values);
    Json row = values;
    if (table.hasId() && !row.contains("id")) row["id"] = writing.newId();
    // Not writing.now: each row has its own moment, so that lists in the order of making have one.
    const std::string moment = writing.services.now();
    for (const char *stamp : {"created_at", "updated_at"})
        if (table.field(stamp) && !row.contains(stamp)) row[stamp] = moment;

    std::string names;
    std::string places;
    std::vector<store::Value> bound;
    for (const auto &[name, value] : row.items()) {
        const Field &field = columnNamed(table, name);
        names += (names.empty() ? "" : ", ") + name;
        places += (places.empty() ? "" : ", ") + std::string(placeholder(writing.database.dialect(), field));
        bound.push_back(toColumn(value, field.type));
    }
    const RowShape &shape = RowShape::of(tableName);
    auto rows = writing.database.run(
        "INSERT INTO " + table.name() + " (" + names + ") VALUES (" + places + ") RETURNING " + shape.columns(), bound);
    rows.next();
    Json told = shape.toJson(rows);
    while (rows.next()) {
    } // An INSERT takes effect when it has been stepped to its end.
    return told;
}

Json update(api::Writing &writing, std::string_view tableName, const std::string &id, const Json &values)
{
    const Table &table = schema::table(tableName);
    requirePossible(table, values, id);
    std::string assignments;
    std::vector<store::Value> bound;
    for (const auto &[name, value] : values.items()) {
        const Field &field = columnNamed(table, name);
        assignments += name + " = " + std::string(placeholder(writing.database.dialect(), field)) + ", ";
        bound.push_back(toColumn(value, field.type));
    }
    bound.emplace_back(writing.services.now());
    bound.emplace_back(id);
    const RowShape &shape = RowShape::of(tableName);
    auto rows = writing.database.run(
        "UPDATE " + table.name() + " SET " + assignments + "updated_at = ? WHERE id = ? RETURNING " + shape.columns(),
        bound);
    if (!rows.next()) throw api::notFound("The " + table.model() + " " + id);
    Json told = shape.toJson(rows);
    while (rows.next()) {
    }
    return told;
}

void setRelation(api::Writing &writing, const schema::Relation &relation, const std::string &id,
    const std::vector<std::string> &otherIds)
{
    std::vector<store::Value> kept{id};
    kept.insert(kept.end(), otherIds.begin(), otherIds.end());
    std::string removal = "DELETE FROM " + relation.through + " WHERE " + relation.ownColumn + " = ?";
    if (!otherIds.empty())
        removal += " AND " + relation.otherColumn + " NOT IN (" + store::placeholders(otherIds.size()) + ")";
    writing.database.runChange(removal, kept);
    // Not every table of links refuses the same link twice.
    std::set<std::string> added(otherIds.begin(), otherIds.end());
    for (const Json &present : relationIds(writing.database, relation, id)) added.erase(present.get<std::string>());
    if (added.empty()) return;
    // Some links are records of their own.
    const Table &through = schema::table(relation.through);
    const bool isStamped = through.hasId();
    std::string rows;
    std::vector<store::Value> bound;
    for (const auto &other : added) {
        if (!rows.empty()) rows += ", ";
        rows += isStamped ? "(?, ?, ?, ?, ?)" : "(?, ?)";
        bound.emplace_back(id);
        bound.emplace_back(other);
        if (!isStamped) continue;
        bound.emplace_back(writing.newId());
        bound.emplace_back(writing.now);
        bound.emplace_back(writing.now);
    }
    writing.database.runChange("INSERT INTO " + relation.through + " (" + relation.ownColumn + ", "
            + relation.otherColumn + (isStamped ? ", id, created_at, updated_at" : "") + ") VALUES " + rows
            + " ON CONFLICT DO NOTHING",
        bound);
}

bool remove(api::Writing &writing, std::string_view table, const std::string &id)
{
    return writing.database.change("DELETE FROM " + std::string(table) + " WHERE id = ?", id) > 0;
}

store::Value toColumn(const Json &value, Type type)
{
    if (value.is_null()) return {};
    switch (type) {
    case Type::Json: return toText(value);
    case Type::Boolean: return value.is_boolean() ? value.get<bool>() : value.get<std::int64_t>() != 0;
    case Type::Integer: return value.get<std::int64_t>();
    case Type::Real: return value.get<double>();
    case Type::Moment:
        if (auto moment = storedMoment(value.get_ref<const std::string &>())) return *moment;
        throw api::badRequest("This is no moment: " + value.get<std::string>());
    case Type::Uuid:
    case Type::Text:
    case Type::Date: break;
    }
    return value.get<std::string>();
}

namespace {

/// The number that some of the digits of a moment make; none when one is no digit.
std::optional<int> digitsAt(std::string_view text, std::size_t first, std::size_t count)
{
    int number = 0;
    for (const char digit : text.substr(first, count)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// "2026-11-24T10:00:00.000000", as Callboard itself writes it: most moments need no second look.
bool isStoredMoment(std::string_view text)
{
    constexpr std::string_view form = "0000-00-00T00:00:00.000000";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] != '0' && text[i] != form[i]) return false;
    const auto year = digitsAt(text, 0, 4);
    const auto month = digitsAt(text, 5, 2);
    const auto day = digitsAt(text, 8, 2);
    const auto hour = digitsAt(text, 11, 2);
    const auto minute = digitsAt(text, 14, 2);
    const auto second = digitsAt(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || !digitsAt(text, 20, 6)) return false;
    return *year >= firstYear && *year <= lastYear && QDate::isValid(*year, *month, *day) && *hour < 24 && *minute < 60
        && *second < 60;
}

} // namespace

std::optional<std::string> storedMoment(std::string_view text)
{
    if (isStoredMoment(text)) return std::string(text);
    QString candidate = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
    if (candidate.size() == 10) candidate += QStringLiteral("T00:00:00");
    if (candidate.size() > 10 && candidate[10] == QLatin1Char(' ')) candidate[10] = QLatin1Char('T');
    const auto dot = candidate.indexOf(QLatin1Char('.'));
    if (dot > 0) { // QDateTime reads milliseconds only.
        auto end = dot + 1;
        while (end < candidate.size() && candidate[end].isDigit()) ++end;
        candidate.remove(std::min(dot + 4, end), std::max<qsizetype>(0, end - dot - 4));
    }
    QDateTime moment = QDateTime::fromString(candidate, Qt::ISODateWithMs);
    if (!moment.isValid()) return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime) moment.setTimeSpec(Qt::UTC);
    moment = moment.toUTC();
    if (moment.date().year() < firstYear || moment.date().year() > lastYear) return std::nullopt;
    return moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toStdString() + "000";
}

std::optional<std::string> storedDate(std::string_view text)
{
    const auto moment = storedMoment(text);
    if (!moment) return std::nullopt;
    return moment->substr(0, 10);
}

} // namespace callboard::records
