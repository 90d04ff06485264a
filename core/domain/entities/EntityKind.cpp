// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityKind.h"

#include "core/records/Record.h"

namespace callboard::entities {

namespace {

struct KindNames
{
    Kind kind;
    std::string_view name;
    std::string_view eventName;
};

constexpr std::array<KindNames, 7> kindNames{{{Kind::Asset, "Asset", "asset"}, {Kind::Shot, "Shot", "shot"},
    {Kind::Sequence, "Sequence", "sequence"}, {Kind::Episode, "Episode", "episode"}, {Kind::Scene, "Scene", "scene"},
    {Kind::Edit, "Edit", "edit"}, {Kind::Concept, "Concept", "concept"}}};

constexpr std::string_view otherNames = "('Shot', 'Sequence', 'Episode', 'Scene', 'Edit', 'Concept')";

const KindNames &namesOf(Kind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

Kind kindNamed(std::string_view typeName)
{
    for (const KindNames &names : kindNames)
        if (names.name == typeName) return names.kind;
    return Kind::Asset;
}

} // namespace

std::string_view nameOf(Kind kind)
{
    return namesOf(kind).name;
}

std::string_view eventNameOf(Kind kind)
{
    return namesOf(kind).eventName;
}

EntityKinds EntityKinds::read(store::Connection &database)
{
    EntityKinds kinds;
    auto rows = database.query("SELECT id, name FROM entity_type WHERE name IN " + std::string(otherNames));
    while (rows.next()) kinds.m_types.emplace_back(rows.string(0), kindNamed(rows.text(1)));
    return kinds;
}

Kind EntityKinds::kindOf(std::string_view entityTypeId) const
{
    for (const auto &[id, kind] : m_types)
        if (id == entityTypeId) return kind;
    return Kind::Asset;
}

std::string EntityKinds::typeId(Kind wanted) const
{
    for (const auto &[id, kind] : m_types)
        if (kind == wanted) return id;
    return {};
}

std::vector<std::string> EntityKinds::typeIds() const
{
    std::vector<std::string> ids;
    for (const auto &[id, kind] : m_types) ids.push_back(id);
    return ids;
}

std::string ensureTypeNamed(api::Writing &writing, const std::string &name)
{
    auto rows = writing.database.query("SELECT id FROM entity_type WHERE name = ?", name);
    if (rows.next()) return rows.string(0);
    const std::string id = records::insert(writing, "entity_type", {{"name", name}})["id"];
    writing.tell("asset-type:new", {{"asset_type_id", id}});
    return id;
}

std::string ensureType(api::Writing &writing, Kind kind)
{
    return ensureTypeNamed(writing, std::string(nameOf(kind)));
}

void ensureAllTypes(api::Writing &writing)
{
    std::vector<std::string> present;
    auto rows = writing.database.query("SELECT name FROM entity_type WHERE name IN " + std::string(otherNames));
    while (rows.next()) present.push_back(rows.string(0));
    for (const KindNames &names : kindNames) {
        const bool isThere = std::find(present.begin(), present.end(), names.name) != present.end();
        if (names.kind != Kind::Asset && !isThere) ensureTypeNamed(writing, std::string(names.name));
    }
}

std::string isAssetType(std::string_view column)
{
    return std::string(column) + " NOT IN (SELECT id FROM entity_type WHERE name IN " + std::string(otherNames) + ")";
}

std::string typeOf(Kind kind)
{
    return "(SELECT id FROM entity_type WHERE name = '" + std::string(nameOf(kind)) + "')";
}

std::optional<KnownEntity> findEntity(store::Connection &database, const std::string &id)
{
    auto rows = database.query(
        "SELECT entity.id, entity_type.name, entity.name, entity.project_id, entity.entity_type_id, entity.parent_id,"
        " entity.source_id, entity.created_by, entity.canceled, entity.is_shared"
        " FROM entity JOIN entity_type ON entity_type.id = entity.entity_type_id WHERE entity.id = ?",
        id);
    if (!rows.next()) return std::nullopt;
    return KnownEntity{rows.string(0), kindNamed(rows.text(1)), rows.string(2), rows.string(3), rows.string(4),
        rows.string(5), rows.string(6), rows.string(7), rows.boolean(8), rows.boolean(9)};
}

KnownEntity getEntity(store::Connection &database, const std::string &id)
{
    auto found = findEntity(database, id);
    if (!found) throw api::notFound("The entity " + id);
    return std::move(*found);
}

KnownEntity getEntity(store::Connection &database, const std::string &id, Kind kind)
{
    auto found = findEntity(database, id);
    if (!found || found->kind != kind) throw api::notFound("The " + std::string(eventNameOf(kind)) + ' ' + id);
    return std::move(*found);
}

} // namespace callboard::entities
