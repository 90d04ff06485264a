// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Removal.h"

#include "core/media/FileStore.h"
#include "core/records/Models.h"
#include "core/store/schema/Tables.h"

#include <algorithm>

namespace callboard::records {

namespace {

using schema::Field;
using schema::OnRemoval;
using schema::Table;

/// Rows that go, of one table: a condition and what it binds.
class Removal
{
public:
    Removal(api::Writing &writing, const std::vector<store::Value> &values)
        : m_writing(writing)
        , m_values(values)
    {}

    void removeRows(const Table &table, const std::string &where)
    {
        removeTracesOf(table, where);
        removeFiles(table, where);
        run("DELETE FROM " + table.name() + " WHERE " + where);
    }

    void removeTracesOf(const Table &table, const std::string &where)
    {
        const std::string rows = " IN (SELECT id FROM " + table.name() + " WHERE " + where + ")";
        forEachHanging(table, OnRemoval::Forget, [&](const Table &other, const Field &field) {
            run("UPDATE " + other.name() + " SET " + field.name + " = NULL WHERE " + field.name + rows);
        });
        forEachHanging(table, OnRemoval::Along, [&](const Table &other, const Field &field) {
            removeRows(other, field.name + rows);
        });
    }

private:
    template<typename Action>
    static void forEachHanging(const Table &table, OnRemoval onRemoval, Action action)
    {
        for (const Table &other : schema::tables())
            for (const Field &field : other.fields())
                if (field.onRemoval == onRemoval && field.hangsOn == table.name()) action(other, field);
    }

    void removeFiles(const Table &table, const std::string &where)
    {
        const Model *model = m_writing.services.models->find(table.name());
        if (!model || model->files.empty()) return;
        auto rows = m_writing.database.run("SELECT id FROM " + table.name() + " WHERE " + where, m_values);
        while (rows.next()) media::removeAfterCommit(m_writing, model->files, rows.string(0));
    }

    void run(const std::string &sql) { m_writing.database.runChange(sql, m_values); }

    api::Writing &m_writing;
    const std::vector<store::Value> &m_values;
};

} // namespace

void removeWithTraces(
    api::Writing &writing, std::string_view table, const std::string &where, const std::vector<store::Value> &values)
{
    Removal(writing, values).removeRows(schema::table(table), where);
}

void removeTraces(
    api::Writing &writing, std::string_view table, const std::string &where, const std::vector<store::Value> &values)
{
    Removal(writing, values).removeTracesOf(schema::table(table), where);
}

bool isNamed(store::Connection &database, std::string_view table, const std::string &id,
    std::initializer_list<std::string_view> exceptBy)
{
    for (const auto &other : schema::tables()) {
        if (std::find(exceptBy.begin(), exceptBy.end(), other.name()) != exceptBy.end()) continue;
        for (const auto &field : other.fields()) {
            if (field.references != table || field.onDelete != schema::OnDelete::Refuse) continue;
            if (database.query("SELECT 1 FROM " + other.name() + " WHERE " + field.name + " = ? LIMIT 1", id).next())
                return true;
        }
    }
    return false;
}

} // namespace callboard::records
