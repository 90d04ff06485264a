// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/Table.h"

namespace callboard::schema {

Table::Table(std::string name, std::string model)
    : m_name(std::move(name))
    , m_model(std::move(model))
{}

Table &Table::add(std::string field, Type type, int length)
{
    Field added;
    added.name = std::move(field);
    added.type = type;
    added.length = length;
    m_fields.push_back(std::move(added));
    return *this;
}

Table &Table::choice(std::string field, std::vector<std::string> choices)
{
    add(std::move(field), Type::Text);
    m_fields.back().choices = std::move(choices);
    return *this;
}

Table &Table::reference(std::string field, std::string table)
{
    add(std::move(field), Type::Uuid);
    m_fields.back().references = std::move(table);
    return *this;
}

Table &Table::stamped()
{
    return uuid("id").key().moment("created_at").moment("updated_at");
}

Table &Table::key()
{
    m_fields.back().isKey = true;
    m_fields.back().isNullable = false;
    return *this;
}

Table &Table::notNull()
{
    m_fields.back().isNullable = false;
    return *this;
}

Table &Table::unique()
{
    m_fields.back().isUnique = true;
    return *this;
}

Table &Table::indexed()
{
    m_fields.back().isIndexed = true;
    return *this;
}

Table &Table::byDefault(Json value)
{
    m_fields.back().fallback = std::move(value);
    return *this;
}

Table &Table::large()
{
    m_fields.back().isLarge = true;
    return *this;
}

Table &Table::secret()
{
    m_fields.back().isSecret = true;
    return *this;
}

Table &Table::guarded()
{
    m_fields.back().isProtected = true;
    return *this;
}

Table &Table::cascades()
{
    m_fields.back().onDelete = OnDelete::Cascade;
    return *this;
}

Table &Table::clears()
{
    m_fields.back().onDelete = OnDelete::Clear;
    return *this;
}

Table &Table::goesAlong(std::string table)
{
    m_fields.back().hangsOn = table.empty() ? m_fields.back().references : std::move(table);
    m_fields.back().onRemoval = OnRemoval::Along;
    return *this;
}

Table &Table::forgets()
{
    m_fields.back().hangsOn = m_fields.back().references;
    m_fields.back().onRemoval = OnRemoval::Forget;
    return *this;
}

Table &Table::belongsBy(std::string sql)
{
    m_belonging = std::move(sql);
    return *this;
}

Table &Table::uniqueTogether(std::vector<std::string> fields)
{
    m_uniques.push_back(std::move(fields));
    return *this;
}

Table &Table::check(std::string condition)
{
    m_checks.push_back(std::move(condition));
    return *this;
}

Table &Table::indexTogether(std::vector<std::string> fields)
{
    m_indexes.push_back(std::move(fields));
    return *this;
}

Table &Table::linked(std::string name, std::string through, std::string ownColumn, std::string otherColumn)
{
    m_relations.push_back({std::move(name), std::move(through), std::move(ownColumn), std::move(otherColumn), true});
    return *this;
}

Table &Table::listed(std::string name, std::string table, std::string ownColumn, std::string otherColumn)
{
    m_relations.push_back({std::move(name), std::move(table), std::move(ownColumn), std::move(otherColumn), false});
    return *this;
}

std::string Table::eventName() const
{
    std::string name = m_name;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

const Field *Table::field(std::string_view name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &f) { return f.name == name; });
    return found == m_fields.end() ? nullptr : &*found;
}

const Relation *Table::relation(std::string_view name) const
{
    const auto found =
        std::find_if(m_relations.begin(), m_relations.end(), [&](const Relation &r) { return r.name == name; });
    return found == m_relations.end() ? nullptr : &*found;
}

} // namespace callboard::schema
