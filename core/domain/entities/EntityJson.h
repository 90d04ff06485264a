// SPDX-License-Identifier: GPL-3.0-or-later
// An entity as it is told: its columns, and as "type" the word for what it is ("Shot"). Generic records and
// all areas use this one place.
#pragma once

#include "core/domain/entities/EntityKind.h"
#include "core/records/RowShape.h"

namespace callboard::entities {

/// The columns of an entity, in the documented order; for the SELECT of writeEntity() and toJson().
const records::RowShape &entityShape();

/// Writes the members of an entity whose columns begin at `first`, "type" last, into an object already begun.
void writeMembers(api::JsonWriter &writer, const store::Rows &rows, const EntityKinds &kinds, int first = 0);
/// The same with braces.
void writeEntity(api::JsonWriter &writer, const store::Rows &rows, const EntityKinds &kinds, int first = 0);

/// Sets "type" of a row as core/records tells it.
void nameType(Json &entity, const EntityKinds &kinds);
void nameType(Json &entity, store::Connection &database);

/// A list of entities from a statement that selects entityShape().columns() first. Streams.
api::Response entityList(api::Reading &reading, std::string sql, std::vector<store::Value> values);
/// The same with one more text member for each column that follows.
api::Response entityList(
    api::Reading &reading, std::string sql, std::vector<store::Value> values, std::vector<std::string> furtherMembers);

/// Columns that give the related lists as JSON, to follow entityShape().columns(): ", (SELECT …), …".
std::string relationColumns(store::Dialect dialect);
/// Writes an entity, with its related lists when their columns follow.
void writeRecord(api::JsonWriter &writer, const store::Rows &rows, const EntityKinds &kinds, bool withRelations);
/// As entityList() with the related lists; the statement selects entityShape().columns() alone.
api::Response entityListWithRelations(api::Reading &reading, const std::string &sql, std::vector<store::Value> values);

/// Tells "shot:update" and the like; an edit's with its episode.
void tellUpdate(api::Writing &writing, const KnownEntity &entity);
/// An event of an entity: "shot:update" with shot_id and project_id.
void tellEntity(
    api::Writing &writing, const KnownEntity &entity, const std::string &change, Json payload = Json::object());

} // namespace callboard::entities
