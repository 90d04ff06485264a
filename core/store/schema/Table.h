// SPDX-License-Identifier: GPL-3.0-or-later
// How a table is described: once, as data. From it come the DDL of both databases, the generic routes
// with their validation and filters, and the JSON of each row.
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::schema {

enum class Type {
    Uuid,    // text of 36 characters in SQLite, uuid in PostgreSQL
    Text,    // with a greatest length in characters, when Field::length is not 0
    Integer, // 64 bits
    Real,
    Boolean,
    Date,   // "2026-11-24"
    Moment, // UTC; kept with microseconds, told in whole seconds: "2026-11-24T16:05:00"
    Json,   // text in SQLite, jsonb in PostgreSQL
};

/// Deleting the row a reference points to: refused, takes this row along, or empties the reference.
enum class OnDelete { Refuse, Cascade, Clear };

/// The same when the row goes together with all that hangs on it (core/records/Removal.h).
enum class OnRemoval { Refuse, Along, Forget };

struct Field
{
    std::string name;
    Type type = Type::Text;
    int length = 0; // characters, 0: no limit
    bool isNullable = true;
    bool isKey = false;
    bool isUnique = false;
    bool isIndexed = false;
    bool isSecret = false;    // never in an answer, an event or a log; never written by generic routes
    bool isLarge = false;     // an integer of 64 bits for clients too; others are told and taken in 32
    bool isProtected = false; // told, but passed over by generic writes
    Json fallback;            // null: none; else the value of a new row that names none
    std::string references;   // table name; empty: none
    OnDelete onDelete = OnDelete::Refuse;
    std::string hangsOn; // table whose rows take this one along or are forgotten: `references`, or named without one
    OnRemoval onRemoval = OnRemoval::Refuse;
    std::vector<std::string> choices;
};

/// A list of other rows that belongs to a row, told as their identifiers.
struct Relation
{
    std::string name;        // "assignees"
    std::string through;     // link table, or the table whose rows point here
    std::string ownColumn;   // column of `through` that names this row
    std::string otherColumn; // column of `through` that is told
    bool isWritable = false; // generic writes may set it (link tables)
};

class Table
{
public:
    Table(std::string name, std::string model);

    // Columns, in the documented order. Modifiers below act on the column added last.
    Table &uuid(std::string field) { return add(std::move(field), Type::Uuid); }
    Table &text(std::string field, int length = 0) { return add(std::move(field), Type::Text, length); }
    Table &integer(std::string field) { return add(std::move(field), Type::Integer); }
    Table &real(std::string field) { return add(std::move(field), Type::Real); }
    Table &boolean(std::string field) { return add(std::move(field), Type::Boolean); }
    Table &date(std::string field) { return add(std::move(field), Type::Date); }
    Table &moment(std::string field) { return add(std::move(field), Type::Moment); }
    Table &json(std::string field) { return add(std::move(field), Type::Json); }
    Table &choice(std::string field, std::vector<std::string> choices);
    Table &reference(std::string field, std::string table);
    /// id, created_at, updated_at, where most tables have them: at the end.
    Table &stamped();

    Table &key();
    Table &notNull();
    Table &unique();
    Table &indexed();
    Table &byDefault(Json value);
    Table &large();
    Table &secret();
    Table &guarded();
    Table &cascades();
    Table &clears();
    /// Goes with the row that the column names when that is removed with all that hangs on it. `table`: which one, where
    /// the column has no reference.
    Table &goesAlong(std::string table = {});
    /// The column is emptied then.
    Table &forgets();

    Table &uniqueTogether(std::vector<std::string> fields);
    Table &check(std::string condition);
    /// An index over several columns, for a list that is read often.
    Table &indexTogether(std::vector<std::string> fields);
    /// Which production, task and entity decide about a row's rights: SQL of these three columns for one identifier.
    Table &belongsBy(std::string sql);
    /// A many-to-many list through a link table.
    Table &linked(std::string name, std::string through, std::string ownColumn, std::string otherColumn);
    /// The rows of another table that point here.
    Table &listed(std::string name, std::string table, std::string ownColumn, std::string otherColumn = "id");

    const std::string &name() const { return m_name; }
    /// The word told as "type" of a row: "TaskStatus".
    const std::string &model() const { return m_model; }
    /// The first part of event names and of payload keys: "task-status".
    std::string eventName() const;
    const std::vector<Field> &fields() const { return m_fields; }
    const std::vector<Relation> &relations() const { return m_relations; }
    const std::vector<std::vector<std::string>> &uniques() const { return m_uniques; }
    const std::vector<std::vector<std::string>> &indexes() const { return m_indexes; }
    const std::vector<std::string> &checks() const { return m_checks; }
    /// Empty: rows belong to nobody.
    const std::string &belonging() const { return m_belonging; }
    const Field *field(std::string_view name) const;
    const Relation *relation(std::string_view name) const;
    bool hasId() const { return field("id") != nullptr; }

private:
    Table &add(std::string field, Type type, int length = 0);

    std::string m_name;
    std::string m_model;
    std::vector<Field> m_fields;
    std::vector<Relation> m_relations;
    std::vector<std::vector<std::string>> m_uniques;
    std::vector<std::vector<std::string>> m_indexes;
    std::vector<std::string> m_checks;
    std::string m_belonging;
};

} // namespace callboard::schema
