// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Model.h"

#include "core/records/RowShape.h"

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

const std::vector<Model> &models()
{
    static const std::vector<Model> all = [] {
        std::vector<Model> made;
        for (auto *area : {studioModels, productionModels, fileModels, deskModels})
            for (Model &model : area()) made.push_back(std::move(model));
        return made;
    }();
    return all;
}

const Model &modelOf(std::string_view table)
{
    for (const Model &model : models())
        if (model.table == table) return model;
    throw std::logic_error("No model is kept in " + std::string(table));
}

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
