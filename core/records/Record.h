// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and changing single rows of any table by its description. Values have been checked before:
// see core/records/Validation.h for what comes from clients.
#pragma once

#include "core/api/Operation.h"
#include "core/records/RowShape.h"

#include <optional>
#include <string>
#include <string_view>

namespace callboard::records {

/// The row with that id as it is told (with "type", without relations); nothing when there is none.
std::optional<Json> find(store::Connection &database, std::string_view table, const std::string &id);
/// As find(); throws 404.
Json get(store::Connection &database, std::string_view table, const std::string &id);
/// The row with its relations as lists of identifiers, as single reads tell it; throws 404.
Json getWithRelations(store::Connection &database, std::string_view table, const std::string &id);
/// The first row whose columns have these values: findWhere(db, "task_status", {{"short_name", "todo"}}).
std::optional<Json> findWhere(store::Connection &database, std::string_view table, const Json &values);
/// The identifiers of one relation of a row.
Json relationIds(store::Connection &database, const schema::Relation &relation, const std::string &id);
bool exists(store::Connection &database, std::string_view table, const std::string &id);

/// Inserts a row: `values` holds columns by name; id, created_at, updated_at and defaults are added.
/// Returns the row as it is told. Throws StoreError.
Json insert(api::Writing &writing, std::string_view table, const Json &values);
/// Changes the named columns and updated_at; returns the row as it is told. Throws 404, StoreError.
Json update(api::Writing &writing, std::string_view table, const std::string &id, const Json &values);
/// Makes a writable relation name exactly these rows; links that stay keep their own values.
void setRelation(api::Writing &writing, const schema::Relation &relation, const std::string &id,
    const std::vector<std::string> &otherIds);
/// Deletes the row; false when there was none. Throws StoreError (Reference) when it is in use.
bool remove(api::Writing &writing, std::string_view table, const std::string &id);

/// A JSON value as it is bound for a column of that type (JSON columns become text). Moments are
/// brought to their stored form.
store::Value toColumn(const Json &value, schema::Type type);
/// "2026-11-24", "2026-11-24T10:00:00", "…Z" → "2026-11-24T10:00:00.000000"; nothing when it is no moment.
std::optional<std::string> storedMoment(std::string_view text);
/// The day of a date or moment; nothing when it is none.
std::optional<std::string> storedDate(std::string_view text);

} // namespace callboard::records
