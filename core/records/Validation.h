// SPDX-License-Identifier: GPL-3.0-or-later
// What clients send for a row, brought to the types of its columns: parsed once, here, with every fault
// collected into one refusal. Behind it values can't be wrong.
#pragma once

#include "core/records/KnownRows.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::records {

/// A row, or the change of one, as toColumn() takes it.
struct Input
{
    Json columns = Json::object();
    /// Lists of other rows by the relation's name: identifiers of rows that exist.
    std::map<std::string, std::vector<std::string>, std::less<>> relations;

    bool contains(const std::string &column) const { return columns.contains(column); }
    /// The text of a column; empty when it was not sent or is null.
    std::string text(const std::string &column) const;
};

/// A new row: unknown members are refused, id and stamps dropped, null takes the default.
/// Throws api::Error 400 that names every fault.
Input readNewRow(store::Connection &database, const schema::Table &table, const Json &body);
/// Changes of a row: unknown and protected members are passed over, null is stored where it may be.
Input readChanges(store::Connection &database, const schema::Table &table, const Json &body);
/// The same for one of many rows, whose references have been asked for before.
Input readNewRow(KnownRows &known, const schema::Table &table, const Json &body);
Input readChanges(KnownRows &known, const schema::Table &table, const Json &body);

/// A JSON value as the field holds it. Throws api::Error 400.
Json readValue(const schema::Field &field, const Json &value);
/// A word of a query as the field holds it. Throws api::Error 400.
Json readWord(const schema::Field &field, std::string_view word);
/// The identifiers of a related list: texts or {"id": text}. Throws api::Error 400.
std::vector<std::string> readIds(std::string_view name, const Json &value);
/// Those of the identifiers that a table has.
std::vector<std::string> existing(
    store::Connection &database, const std::string &table, const std::vector<std::string> &ids);

} // namespace callboard::records
