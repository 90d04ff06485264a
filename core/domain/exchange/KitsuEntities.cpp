// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/KitsuEntities.h"

#include "core/domain/breakdown/Casting.h"
#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/ReadyAssets.h"
#include "core/domain/exchange/KitsuImport.h"
#include "core/records/ManyRows.h"
#include "core/records/Validation.h"

#include <array>

namespace callboard::exchange {

namespace {

using entities::Kind;

const schema::Table &entityTable()
{
    return schema::table("entity");
}

std::optional<Kind> temporalKind(std::string_view type)
{
    for (const Kind kind : {Kind::Shot, Kind::Sequence, Kind::Episode, Kind::Scene, Kind::Edit, Kind::Concept})
        if (type == nameOf(kind)) return kind;
    return std::nullopt;
}

/// The member that lists tell of an entity, as the column that it stands for; names beside identifiers go.
Json columnsOf(Json entry)
{
    if (entry.contains("sequence_id")) entry["parent_id"] = entry["sequence_id"];
    for (const char *member : {"frame_in", "frame_out", "fps"}) {
        if (!entry.contains(member)) continue;
        if (!entry.contains("data") || !entry["data"].is_object())
            throw api::badRequest(std::string(member) + " needs data to be kept in.");
        if (!entry["data"].contains(member)) entry["data"][member] = entry[member];
    }
    leaveOut(entry,
        {"id", "type", "asset_type_id", "asset_type_name", "sequence_id", "sequence_name", "episode_id", "episode_name",
            "project_name", "frame_in", "frame_out", "fps", "tasks", "created_at", "updated_at"});
    return entry;
}

/// An entity as far as its place matters.
struct Placed
{
    std::string projectId;
    std::string typeId;
    std::string parentId; // empty: none
    std::string sourceId; // empty: none
    std::string name;
    std::string readyFor; // empty: none
    bool isCanceled = false;
};

/// One list on its way in. All that the entries name is read before the first of them is taken.
class EntityImport
{
public:
    EntityImport(api::Writing &writing, const std::vector<Json> &entries);

    void take(const Json &entry);
    /// Writes what was taken and tells it; gives the rows.
    Json write();

private:
    using Siblings = std::tuple<std::string, std::string, std::string, std::string>; // production, type, parent, name

    void readPlaces(const std::vector<Json> &entries);
    void nameType(Json &entry);
    void makeEntity(const std::string &id, const Json &columns, const Json &entry);
    void changeEntity(const std::string &id, Json columns);
    void checkPlace(const std::string &id, const Placed &place) const;
    void place(const std::string &id, const Placed &place);
    void writeRelations();
    void emptyCastings();
    void tell();

    api::Writing &m_writing;
    records::KnownRows m_known;
    records::ManyRows m_rows{"entity"};
    std::map<std::string, Placed> m_places;     // by identifier
    std::map<Siblings, std::string> m_siblings; // of those that have a parent
    std::map<Kind, std::string> m_types;
    std::map<std::string, records::Links> m_links;     // by relation
    std::vector<std::pair<std::string, bool>> m_taken; // identifier, is new
    std::set<std::string> m_uncast;
    std::set<std::string> m_readinessChanged;
};

EntityImport::EntityImport(api::Writing &writing, const std::vector<Json> &entries)
    : m_writing(writing)
    , m_known(writing.database)
{
    m_known.lookAhead(entityTable(), entries);
    readPlaces(entries);
}

void EntityImport::readPlaces(const std::vector<Json> &entries)
{
    std::set<std::string> named;
    std::set<std::string> parents;
    for (const char *member : {"id", "parent_id", "source_id", "sequence_id"}) named.merge(idsIn(entries, member));
    for (const char *member : {"parent_id", "sequence_id"}) parents.merge(idsIn(entries, member));
    const auto take = [this](const store::Rows &rows) {
        place(rows.string(0),
            {rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.string(5), rows.string(6),
                rows.boolean(7)});
    };
    const std::string select = "SELECT id, project_id, entity_type_id, parent_id, source_id, name, ready_for, canceled"
                               " FROM entity WHERE ";
    records::forRows(m_writing.database, select + "id", named, take);
    // An entry that names no parent or source keeps the one that it has.
    std::set<std::string> kept;
    for (const auto &[id, entity] : m_places) {
        if (!entity.parentId.empty()) parents.insert(entity.parentId);
        for (const std::string &related : {entity.parentId, entity.sourceId})
            if (!related.empty() && !named.contains(related)) kept.insert(related);
    }
    records::forRows(m_writing.database, select + "id", kept, take);
    records::forRows(m_writing.database, select + "parent_id", parents, take);
    std::set<std::string> projects;
    for (const std::string &id : idsIn(entries, "id"))
        if (const auto known = m_places.find(id); known != m_places.end()) projects.insert(known->second.projectId);
    requireManagerOfAll(m_writing, projects);
}

void EntityImport::place(const std::string &id, const Placed &place)
{
    m_known.add("entity", id);
    if (const auto before = m_places.find(id); before != m_places.end() && !before->second.parentId.empty())
        m_siblings.erase(
            {before->second.projectId, before->second.typeId, before->second.parentId, before->second.name});
    m_places[id] = place;
    if (!place.parentId.empty()) m_siblings[{place.projectId, place.typeId, place.parentId, place.name}] = id;
}

/// "Asset" names its type beside it; the other words are the type. What names no type and lies in a sequence is a shot.
void EntityImport::nameType(Json &entry)
{
    const bool isUntyped = !entry.contains("type") && !entry.contains("entity_type_id");
    if (const auto kind = isUntyped && !idIn(entry, "sequence_id").empty() ? std::optional(Kind::Shot)
                                                                           : temporalKind(textOf(entry, "type"))) {
        if (m_types[*kind].empty()) m_types[*kind] = entities::ensureType(m_writing, *kind);
        entry["entity_type_id"] = m_types[*kind];
    } else if (entry.contains("asset_type_id") || entry.contains("asset_type_name")) {
        if (!entry.contains("asset_type_id") || !entry.contains("asset_type_name"))
            throw api::badRequest("asset_type_id and asset_type_name go together.");
        entry["entity_type_id"] = entry["asset_type_id"];
    }
}

void EntityImport::take(const Json &entry)
{
    const std::string id = idOf(entry);
    forEntry(entry, [&] {
        Json named = entry;
        nameType(named);
        Json columns = columnsOf(std::move(named));
        forgetUnknown(m_known, entityTable(), columns, {"preview_file_id", "created_by"});
        const bool isNew = !m_places.contains(id);
        if (isNew)
            makeEntity(id, columns, entry);
        else
            changeEntity(id, std::move(columns));
        m_taken.emplace_back(id, isNew);
    });
}

/// A name is taken once under a parent, and what it hangs on is of the same production.
void EntityImport::checkPlace(const std::string &id, const Placed &place) const
{
    for (const std::string &related : {place.parentId, place.sourceId}) {
        if (related.empty()) continue;
        const auto other = m_places.find(related);
        if (other == m_places.end() || other->second.projectId != place.projectId)
            throw api::badRequest("The entity " + related + " is none of this production.");
    }
    if (place.parentId.empty()) return;
    const auto same = m_siblings.find({place.projectId, place.typeId, place.parentId, place.name});
    if (same != m_siblings.end() && same->second != id) throw api::badRequest("The name " + place.name + " is taken.");
}

void EntityImport::makeEntity(const std::string &id, const Json &columns, const Json &entry)
{
    records::Input input = records::readNewRow(m_known, entityTable(), columns);
    const Placed placed{input.text("project_id"), input.text("entity_type_id"), input.text("parent_id"),
        input.text("source_id"), input.text("name"), {}, false};
    checkPlace(id, placed);
    place(id, placed);
    input.columns["id"] = id;
    keepCreation(entry, input.columns);
    m_rows.make(input.columns);
    for (auto &[name, ids] : input.relations) m_links[name][id] = std::move(ids);
}

/// Metadata and casting become what the entry says; a casting of null stays as it is.
void EntityImport::changeEntity(const std::string &id, Json columns)
{
    columns.erase("project_id");
    records::Input input = records::readChanges(m_known, entityTable(), columns);
    const Placed before = m_places.at(id);
    Placed after = before;
    for (const auto &[column, text] : {std::pair{"entity_type_id", &after.typeId}, {"parent_id", &after.parentId},
             {"source_id", &after.sourceId}, {"name", &after.name}, {"ready_for", &after.readyFor}})
        if (input.contains(column)) *text = input.text(column);
    if (const auto canceled = input.columns.find("canceled"); canceled != input.columns.end())
        after.isCanceled = *canceled == true;
    checkPlace(id, after);
    place(id, after);
    m_rows.change(id, input.columns);
    for (auto &[name, ids] : input.relations) m_links[name][id] = std::move(ids);
    if (!columns.contains("entities_out")) m_uncast.insert(id);
    if (before.readyFor != after.readyFor || before.isCanceled != after.isCanceled) m_readinessChanged.insert(id);
}

void EntityImport::writeRelations()
{
    for (const auto &[name, links] : m_links) records::setRelations(m_writing, *entityTable().relation(name), links);
}

void EntityImport::emptyCastings()
{
    std::set<std::string> cast;
    records::forRows(m_writing.database, "SELECT entity_in_id FROM entity_link WHERE entity_in_id", m_uncast,
        [&](const store::Rows &rows) { cast.insert(rows.string(0)); });
    for (const std::string &id : cast)
        breakdown::replaceCasting(m_writing, entities::getEntity(m_writing.database, id), {});
}

void EntityImport::tell()
{
    const auto kinds = entities::EntityKinds::read(m_writing.database);
    for (const auto &[id, isNew] : m_taken) {
        const Placed &place = m_places.at(id);
        entities::KnownEntity entity;
        entity.id = id;
        entity.kind = kinds.kindOf(place.typeId);
        entity.projectId = place.projectId;
        Json payload = Json::object();
        if (isNew && entity.kind == Kind::Asset) payload["asset_type"] = place.typeId;
        tellEntity(m_writing, entity, isNew ? "new" : "update", std::move(payload));
    }
}

Json EntityImport::write()
{
    Json written = m_rows.write(m_writing);
    writeRelations();
    emptyCastings();
    for (const std::string &id : m_readinessChanged) entities::countReadyAssetsAround(m_writing, id);
    tell();
    return written;
}

} // namespace

api::Response importKitsuEntities(api::Working &working, api::Request &request)
{
    const auto entries = kitsuEntries(request);
    return working.write(
        [&](api::Writing &writing) { return takeAll<EntityImport>(writing, ownEntries(writing, entries)); });
}

} // namespace callboard::exchange
