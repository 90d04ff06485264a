// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Model.h"

#include "core/store/schema/Tables.h"

namespace callboard::records {

namespace {

using schema::Type;

std::string memberJson(store::Dialect dialect, const schema::Field &field, const std::string &column)
{
    if (dialect == store::Dialect::Postgres)
        return field.type == Type::Moment ? "to_char(" + column + ", 'YYYY-MM-DD\"T\"HH24:MI:SS')" : column;
    switch (field.type) {
    case Type::Moment: return "substr(" + column + ", 1, 19)";
    case Type::Json: return "json(" + column + ")";
    case Type::Boolean: return "CASE " + column + " WHEN 1 THEN json('true') WHEN 0 THEN json('false') END";
    default: return column;
    }
}

} // namespace

Extra embedded(std::string name, std::string column, std::string table)
{
    return {std::move(name), [column = std::move(column), table = std::move(table)](store::Dialect dialect) {
                const bool isSqlite = dialect == store::Dialect::Sqlite;
                const schema::Table &other = schema::table(table);
                std::string members;
                for (const schema::Field &field : other.fields()) {
                    if (field.isSecret) continue;
                    members += "'" + field.name + "', " + memberJson(dialect, field, "other." + field.name) + ", ";
                }
                return "(SELECT " + std::string(isSqlite ? "json_object(" : "json_build_object(") + members
                    + "'type', '" + other.model() + "') FROM " + table + " other WHERE other.id = " + column + ")";
            }};
}

} // namespace callboard::records
