// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Filters.h"

#include "core/api/ClientJson.h"
#include "core/api/Error.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"

#include <set>

namespace callboard::records {

namespace {

using schema::Field;
using schema::Relation;
using schema::Table;
using schema::Type;

/// Values of a filter: one, or those of a JSON list.
std::vector<store::Value> valuesOf(const Field &field, std::string_view text)
{
    if (!text.starts_with('[')) return {toColumn(readWord(field, text), field.type)};
    const Json list = api::parseClientJson(text);
    if (!list.is_array()) throw api::badRequest(field.name + " is no list in JSON.");
    std::vector<store::Value> values;
    for (const Json &item : list) {
        if (item.is_null() || item.is_structured())
            throw api::badRequest(field.name + " has an item that is no value.");
        values.push_back(
            toColumn(readWord(field, item.is_string() ? item.get<std::string>() : item.dump()), field.type));
    }
    return values;
}

void addColumnFilter(
    Condition &condition, store::Dialect dialect, const Table &table, const Field &field, std::string_view text)
{
    const std::string column = table.name() + "." + field.name;
    if (field.name == "name") {
        condition.require(store::fragment::like(dialect, column), {std::string(text)});
        return;
    }
    auto values = valuesOf(field, text);
    if (values.empty()) {
        condition.require(nothing());
        return;
    }
    const std::string place(field.type == Type::Json ? store::fragment::jsonPlaceholder(dialect) : "?");
    std::string places = place;
    for (std::size_t i = 1; i < values.size(); ++i) places += ", " + place;
    condition.require(column + " IN (" + places + ")", std::move(values));
}

void addRelationFilter(Condition &condition, const Table &table, const Relation &relation, std::string_view text)
{
    if (!api::isUuid(text)) throw api::badRequest(relation.name + " must be an identifier.");
    condition.require("EXISTS (SELECT 1 FROM " + relation.through + " related WHERE related." + relation.ownColumn
            + " = " + table.name() + ".id AND related." + relation.otherColumn + " = ?)",
        {std::string(text)});
}

} // namespace

void Condition::require(std::string_view sqlText, std::vector<store::Value> more)
{
    if (sqlText.empty()) return;
    sql += (sql.empty() ? "(" : " AND (") + std::string(sqlText) + ")";
    values.insert(values.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Condition nothing()
{
    return {"1 = 0", {}};
}

Condition filtersOf(store::Dialect dialect, const Table &table, const api::Parameters &query)
{
    Condition condition;
    std::set<std::string, std::less<>> seen;
    for (const auto &[name, value] : query) {
        if (!seen.insert(name).second) continue;
        const Field *field = table.field(name);
        if (field && !field->isSecret)
            addColumnFilter(condition, dialect, table, *field, value);
        else if (const Relation *relation = table.relation(name))
            addRelationFilter(condition, table, *relation, value);
    }
    return condition;
}

} // namespace callboard::records
