// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Ddl.h"

namespace callboard::store {

namespace {

using schema::Field;
using schema::OnDelete;
using schema::Table;
using schema::Type;

std::string quotedText(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out += '\'';
        out += c;
    }
    return out + "'";
}

std::string joinedNames(const std::vector<std::string> &names, std::string_view separator = ", ")
{
    std::string out;
    for (const auto &name : names) out += (out.empty() ? "" : std::string(separator)) + name;
    return out;
}

std::string literal(Dialect dialect, const Field &field)
{
    const Json &value = field.fallback;
    if (value.is_boolean())
        return dialect == Dialect::Sqlite ? (value.get<bool>() ? "1" : "0") : (value.get<bool>() ? "TRUE" : "FALSE");
    if (value.is_number()) return value.dump();
    if (field.type == Type::Json) return quotedText(value.dump());
    return quotedText(value.get<std::string>());
}

std::string onDeleteClause(OnDelete onDelete)
{
    switch (onDelete) {
    case OnDelete::Cascade: return " ON DELETE CASCADE";
    case OnDelete::Clear: return " ON DELETE SET NULL";
    case OnDelete::Refuse: break;
    }
    return {};
}

std::string referenceClause(const Field &field)
{
    return "REFERENCES " + field.references + "(id)" + onDeleteClause(field.onDelete);
}

std::string columnDefinition(Dialect dialect, const Field &field)
{
    std::string out = "    " + field.name + " " + columnType(dialect, field);
    if (!field.isNullable) out += " NOT NULL";
    if (!field.fallback.is_null()) out += " DEFAULT " + literal(dialect, field);
    if (field.isUnique) out += " UNIQUE";
    if (!field.choices.empty()) {
        std::vector<std::string> quoted;
        for (const auto &choice : field.choices) quoted.push_back(quotedText(choice));
        out.append(" CHECK (").append(field.name).append(" IN (").append(joinedNames(quoted)).append("))");
    }
    // PostgreSQL gets its references once all tables exist; tables refer to each other in circles.
    if (dialect == Dialect::Sqlite && !field.references.empty()) out.append(" ").append(referenceClause(field));
    return out;
}

std::string createTable(Dialect dialect, const Table &table)
{
    std::vector<std::string> lines;
    std::vector<std::string> keys;
    for (const Field &field : table.fields()) {
        lines.push_back(columnDefinition(dialect, field));
        if (field.isKey) keys.push_back(field.name);
    }
    lines.push_back("    PRIMARY KEY (" + joinedNames(keys) + ")");
    for (const auto &unique : table.uniques()) lines.push_back("    UNIQUE (" + joinedNames(unique) + ")");
    for (const auto &check : table.checks()) lines.push_back("    CHECK (" + check + ")");
    return "CREATE TABLE " + table.name() + " (\n" + joinedNames(lines, ",\n") + "\n)"
        + (dialect == Dialect::Sqlite ? " STRICT" : "") + ";\n";
}

std::string createIndexes(const Table &table)
{
    std::string out;
    for (const Field &field : table.fields())
        // References are followed backwards when the row they point to is deleted.
        if (field.isIndexed || (!field.references.empty() && !field.isUnique))
            out += "CREATE INDEX " + table.name() + "_" + field.name + "_index ON " + table.name() + " (" + field.name
                + ");\n";
    return out;
}

} // namespace

std::string columnType(Dialect dialect, const Field &field)
{
    const bool isSqlite = dialect == Dialect::Sqlite;
    switch (field.type) {
    case Type::Uuid: return isSqlite ? "TEXT" : "uuid";
    case Type::Text:
        return isSqlite ? "TEXT" : field.length > 0 ? "varchar(" + std::to_string(field.length) + ")" : "text";
    case Type::Integer: return isSqlite ? "INTEGER" : "bigint";
    case Type::Real: return isSqlite ? "REAL" : "double precision";
    case Type::Boolean: return isSqlite ? "INTEGER" : "boolean";
    case Type::Date: return isSqlite ? "TEXT" : "date";
    case Type::Moment: return isSqlite ? "TEXT" : "timestamp";
    case Type::Json: return isSqlite ? "TEXT" : "jsonb";
    }
    throw std::logic_error("unknown column type");
}

std::string createStatements(Dialect dialect, std::span<const schema::Table> tables)
{
    std::string out;
    for (const Table &table : tables) out += createTable(dialect, table);
    for (const Table &table : tables) out += createIndexes(table);
    out += createListIndexes(tables);
    if (dialect == Dialect::Postgres)
        for (const Table &table : tables)
            for (const Field &field : table.fields())
                if (!field.references.empty())
                    out += "ALTER TABLE " + table.name() + " ADD FOREIGN KEY (" + field.name + ") "
                        + referenceClause(field) + ";\n";
    return out;
}

std::string createListIndexes(std::span<const schema::Table> tables)
{
    std::string out;
    for (const Table &table : tables)
        for (const auto &index : table.indexes())
            out += "CREATE INDEX IF NOT EXISTS " + table.name() + "_" + joinedNames(index, "_") + "_index ON "
                + table.name() + " (" + joinedNames(index) + ");\n";
    return out;
}

} // namespace callboard::store
