// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/KnownRows.h"

#include "core/api/Request.h"
#include "core/records/ManyRows.h"
#include "core/store/schema/Tables.h"

namespace callboard::records {

namespace {

/// An identifier as clients write it: a text, or an object with an id.
void collectOne(const Json &value, std::set<std::string> &ids)
{
    const Json &text = value.is_object() && value.contains("id") ? value["id"] : value;
    if (!text.is_string() || !api::isUuid(text.get_ref<const std::string &>())) return;
    std::string id = text.get<std::string>();
    std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return std::tolower(c); });
    ids.insert(std::move(id));
}

void collect(const Json &value, std::set<std::string> &ids)
{
    if (!value.is_array()) return collectOne(value, ids);
    for (const Json &item : value) collectOne(item, ids);
}

} // namespace

void KnownRows::lookAhead(const schema::Table &table, const std::vector<Json> &bodies)
{
    std::map<std::string, std::set<std::string>> named;
    for (const Json &body : bodies) {
        for (const schema::Field &field : table.fields())
            if (const auto sent = body.find(field.name); sent != body.end() && !field.references.empty())
                collect(*sent, named[field.references]);
        for (const schema::Relation &relation : table.relations())
            if (const auto sent = body.find(relation.name); sent != body.end() && relation.isWritable)
                collect(*sent, named[schema::table(relation.through).field(relation.otherColumn)->references]);
    }
    for (const auto &[other, ids] : named) lookAhead(other, ids);
}

void KnownRows::lookAhead(const std::string &table, const std::set<std::string> &ids)
{
    auto &known = m_known[table];
    std::set<std::string> asked;
    for (const std::string &id : ids)
        if (known.try_emplace(id, false).second) asked.insert(id);
    forRows(m_database, "SELECT id FROM " + table + " WHERE id", asked,
        [&](const store::Rows &rows) { known[rows.string(0)] = true; });
}

bool KnownRows::has(const std::string &table, const std::string &id)
{
    if (const auto found = m_known[table].find(id); found != m_known[table].end()) return found->second;
    lookAhead(table, {id});
    return m_known[table][id];
}

std::vector<std::string> KnownRows::those(const std::string &table, const std::vector<std::string> &ids)
{
    std::set<std::string> wanted(ids.begin(), ids.end());
    lookAhead(table, wanted);
    std::erase_if(wanted, [&](const std::string &id) { return !m_known[table][id]; });
    return {wanted.begin(), wanted.end()};
}

} // namespace callboard::records
