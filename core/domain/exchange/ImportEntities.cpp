// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ImportEntities.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/NewEntity.h"
#include "core/domain/entities/ReadyAssets.h"
#include "core/domain/exchange/ImportedTable.h"
#include "core/domain/exchange/ImportedTasks.h"
#include "core/records/Record.h"
#include "core/records/Validation.h"

namespace callboard::exchange {

namespace {

using entities::Kind;
using Row = ImportedTable::Row;

/// The word for what belongs to no episode, as tables write it.
constexpr std::string_view mainPack = "MP";

struct Descriptor
{
    std::string name;
    std::string field;
    bool isYesNo = false;
};

/// What a row says of its entity; nothing where it says nothing.
struct Described
{
    std::optional<std::string> description;
    Json columns = Json::object(); // nb_frames, ready_for
    Json metadata = Json::object();
};

/// An asset of the production, by what tables know it.
struct KnownAsset
{
    std::string id;
    std::string typeId;
    std::string episodeId; // empty: of none
};

/// One file on its way in.
class EntityImport
{
public:
    EntityImport(api::Writing &writing, const api::Request &request, Kind kind);

    /// Makes or changes the entity of the row; gives it as it is told.
    Json take(const Row &row);

private:
    Json takeAsset(const Row &row);
    Json takeShot(const Row &row);
    Json takeEdit(const Row &row);

    std::optional<std::string> episodeOf(const Row &row);
    std::string assetTypeOf(const Row &row);
    void readAssets();
    std::optional<std::string> existingAsset(const entities::NewEntity &asset, bool namesEpisode) const;
    std::string parentNamed(
        const Row &row, Kind kind, const std::optional<std::string> &above, const std::string &name);
    Described describedBy(const Row &row) const;
    /// `moved`: columns of an existing one that the row gives besides what describedBy() reads.
    Json place(const Row &row, entities::NewEntity entity, const std::optional<std::string> &existing,
        const Json &moved = Json::object());
    Json change(const std::string &id, const Described &described);
    void tellAsset(const std::string &what, const Json &asset);

    api::Writing &m_writing;
    Kind m_kind;
    std::string m_projectId;
    bool m_isSeries = false;
    bool m_updates = false;
    std::vector<Descriptor> m_descriptors;
    std::map<std::string, std::string> m_taskTypes; // of shots, by name: what assets get ready for
    std::string m_typeId;                           // of shots and edits; an asset's row names its own
    // What earlier rows named already: a file names the same few again and again.
    std::map<std::string, std::string> m_assetTypes;                             // by name
    std::map<std::string, std::vector<KnownAsset>> m_assets;                     // by name
    std::map<std::tuple<Kind, std::string, std::string>, std::string> m_parents; // by kind, what is above, and name
    ImportedTasks m_tasks;
};

EntityImport::EntityImport(api::Writing &writing, const api::Request &request, Kind kind)
    : m_writing(writing)
    , m_kind(kind)
    , m_projectId(request.pathId("project_id"))
    , m_updates(request.isSwitchedOn("update"))
    , m_tasks(writing, m_projectId, std::string(nameOf(kind)))
{
    auto production = writing.database.query("SELECT production_type FROM project WHERE id = ?", m_projectId);
    m_isSeries = production.next() && production.text(0) == "tvshow";
    auto descriptors = writing.database.query("SELECT name, field_name, data_type FROM metadata_descriptor"
                                              " WHERE project_id = ? AND entity_type = ?",
        m_projectId, nameOf(kind));
    while (descriptors.next())
        m_descriptors.push_back({descriptors.string(0), descriptors.string(1), descriptors.text(2) == "boolean"});
    auto types = writing.database.query("SELECT name, id FROM task_type WHERE for_entity = 'Shot'");
    while (types.next()) m_taskTypes.emplace(types.string(0), types.string(1));
    entities::ensureAllTypes(writing);
    if (kind == Kind::Asset)
        readAssets();
    else
        m_typeId = entities::ensureType(writing, kind);
}

Json EntityImport::take(const Row &row)
{
    try {
        Json entity = m_kind == Kind::Asset ? takeAsset(row) : m_kind == Kind::Shot ? takeShot(row) : takeEdit(row);
        entity["type"] = "Entity";
        return entity;
    } catch (const api::Error &error) {
        // What other rules refuse (a name that is too long, the limit of retakes) is told with its line too.
        if (error.status() != 400 || error.details().contains("line_number")) throw;
        throw row.fault(error.what());
    }
}

Json EntityImport::takeAsset(const Row &row)
{
    entities::NewEntity asset;
    asset.name = row.filled("Name");
    row.filled("Type");
    const bool namesEpisode = row.cell("Episode").has_value();
    asset.sourceId = episodeOf(row);
    asset.typeId = assetTypeOf(row);
    const auto existing = existingAsset(asset, namesEpisode);
    if (existing && !m_updates) return place(row, std::move(asset), existing);
    auto &known = m_assets[asset.name];
    Json moved = {{"entity_type_id", asset.typeId}};
    if (namesEpisode) moved["source_id"] = asset.sourceId ? Json(*asset.sourceId) : Json();
    Json told = place(row, std::move(asset), existing, moved);
    const KnownAsset now{told["id"].get<std::string>(), told["entity_type_id"].get<std::string>(),
        told["source_id"].is_string() ? told["source_id"].get<std::string>() : std::string()};
    std::erase_if(known, [&](const KnownAsset &other) { return other.id == now.id; });
    known.push_back(now);
    return told;
}

/// All at once: the cost of a row must not grow with the production.
void EntityImport::readAssets()
{
    auto rows = m_writing.database.query("SELECT name, id, entity_type_id, source_id FROM entity WHERE project_id = ?"
                                         " AND "
            + entities::isAssetType("entity_type_id") + " ORDER BY canceled, created_at, id",
        m_projectId);
    while (rows.next()) m_assets[rows.string(0)].push_back({rows.string(1), rows.string(2), rows.string(3)});
}

/// The asset of that name, wherever it is: a table may move it. Among several the one of the row's type and episode.
std::optional<std::string> EntityImport::existingAsset(const entities::NewEntity &asset, bool namesEpisode) const
{
    const auto found = m_assets.find(asset.name);
    if (found == m_assets.end()) return std::nullopt;
    const auto &named = found->second;
    if (named.size() == 1) return named.front().id;
    const auto meant = std::find_if(named.begin(), named.end(), [&](const KnownAsset &known) {
        return known.typeId == asset.typeId && (!namesEpisode || known.episodeId == asset.sourceId.value_or(""));
    });
    return meant == named.end() ? std::nullopt : std::optional(meant->id);
}

Json EntityImport::takeShot(const Row &row)
{
    entities::NewEntity shot;
    shot.name = row.filled("Name");
    const std::string sequence = row.filled("Sequence");
    // Only a series divides its shots by episodes, and there each shot has one.
    const auto episode =
        m_isSeries ? std::optional(parentNamed(row, Kind::Episode, std::nullopt, row.filled("Episode"))) : std::nullopt;
    shot.parentId = parentNamed(row, Kind::Sequence, episode, sequence);
    shot.tellsEpisode = false;
    const auto same = entities::entityNamed(m_writing.database, m_projectId, m_typeId, shot.parentId, shot.name);
    return place(row, std::move(shot), same);
}

Json EntityImport::takeEdit(const Row &row)
{
    entities::NewEntity edit;
    edit.name = row.filled("Name");
    edit.parentId = episodeOf(row);
    edit.episodeId = edit.parentId;
    const auto same = entities::entityNamed(m_writing.database, m_projectId, m_typeId, edit.parentId, edit.name);
    return place(row, std::move(edit), same);
}

std::optional<std::string> EntityImport::episodeOf(const Row &row)
{
    const std::string name = row.text("Episode");
    if (name.empty() || name == mainPack) return std::nullopt;
    if (!m_isSeries) throw row.fault("Only a series has episodes.");
    return parentNamed(row, Kind::Episode, std::nullopt, name);
}

std::string EntityImport::assetTypeOf(const Row &row)
{
    const auto name = records::readValue(*schema::table("entity_type").field("name"), row.text("Type"));
    std::string &known = m_assetTypes[name.get<std::string>()];
    if (!known.empty()) return known;
    const std::string id = entities::ensureTypeNamed(m_writing, name.get<std::string>());
    if (entities::EntityKinds::read(m_writing.database).kindOf(id) != Kind::Asset)
        throw row.fault(row.text("Type") + " is no type of assets.");
    return known = id;
}

std::string EntityImport::parentNamed(
    const Row &row, Kind kind, const std::optional<std::string> &above, const std::string &name)
{
    std::string &known = m_parents[{kind, above.value_or(""), name}];
    if (!known.empty()) return known;
    entities::NewEntity parent;
    parent.kind = kind;
    parent.projectId = m_projectId;
    parent.name = name;
    parent.description = "";
    parent.parentId = above;
    parent.data = Json::object();
    try {
        return known = entities::makeEntity(m_writing, parent).entity["id"].get<std::string>();
    } catch (const api::Error &error) {
        throw row.fault(error.what());
    }
}

Described EntityImport::describedBy(const Row &row) const
{
    Described described;
    described.description = row.cell("Description");
    if (m_kind == Kind::Shot) {
        for (const char *column : {"Nb Frames", "Frames"}) {
            const auto count = row.strictlyWholeNumber(column);
            if (count || (row.cell(column) && !described.columns.contains("nb_frames")))
                described.columns["nb_frames"] = count ? Json(*count) : Json();
        }
        // An empty "Frame In" says nothing; the short name of the column empties the value.
        for (const auto &[field, column, shortColumn] :
            {std::tuple{"frame_in", "Frame In", "In"}, std::tuple{"frame_out", "Frame Out", "Out"}}) {
            const std::string value = row.text(column);
            if (!value.empty())
                described.metadata[field] = value;
            else if (const auto shortCell = row.cell(shortColumn))
                described.metadata[field] = *shortCell;
        }
        if (const auto rate = row.cell("FPS")) described.metadata["fps"] = *rate;
    }
    if (const auto ready = row.cell("Ready for"); m_kind == Kind::Asset && ready) {
        const auto type = m_taskTypes.find(*ready);
        if (!ready->empty() && type == m_taskTypes.end()) throw row.fault("There is no task type " + *ready + ".");
        described.columns["ready_for"] = ready->empty() ? Json() : Json(type->second);
    }
    for (const Descriptor &descriptor : m_descriptors) {
        const auto cell = row.cell(descriptor.name);
        if (!cell) continue;
        described.metadata[descriptor.field] =
            descriptor.isYesNo ? Json(row.yesNo(descriptor.name) ? "true" : "false") : Json(*cell);
    }
    return described;
}

Json EntityImport::place(
    const Row &row, entities::NewEntity entity, const std::optional<std::string> &existing, const Json &moved)
{
    Described described = describedBy(row);
    m_tasks.check(row);
    if (existing) {
        if (!m_updates) return records::get(m_writing.database, "entity", *existing);
        described.columns.update(moved);
        Json changed = change(*existing, described);
        if (m_kind == Kind::Asset)
            m_tasks.makeFor(m_writing, row, *existing, changed["entity_type_id"]);
        else
            m_tasks.follow(m_writing, row, *existing);
        return changed;
    }
    entity.kind = m_kind;
    entity.projectId = m_projectId;
    entity.description = described.description;
    entity.data = described.metadata;
    if (const Json count = described.columns.value("nb_frames", Json()); count.is_number()) entity.frameCount = count;
    Json columns = entities::newEntityColumns(m_writing, entity, m_kind == Kind::Asset ? entity.typeId : m_typeId);
    if (described.columns.contains("ready_for")) columns["ready_for"] = described.columns["ready_for"];
    Json made = records::insert(m_writing, "entity", columns);
    const auto id = made["id"].get<std::string>();
    if (m_kind == Kind::Asset)
        tellAsset("new", made);
    else
        entities::tellNewEntity(m_writing, entity, id);
    m_tasks.makeFor(m_writing, row, id, made["entity_type_id"]);
    return made;
}

Json EntityImport::change(const std::string &id, const Described &described)
{
    const Json before = records::get(m_writing.database, "entity", id);
    Json columns = described.columns;
    if (described.description) columns["description"] = *described.description;
    if (!described.metadata.empty()) {
        columns["data"] = before["data"].is_object() ? before["data"] : Json::object();
        columns["data"].update(described.metadata);
    }
    Json after = records::update(m_writing, "entity", id, columns);
    if (before["ready_for"] != after["ready_for"]) entities::countReadyAssetsAround(m_writing, id);
    if (m_kind == Kind::Asset)
        tellAsset("update", after);
    else
        entities::tellUpdate(m_writing, entities::getEntity(m_writing.database, id));
    return after;
}

/// Tables move assets between episodes: their events name the episode.
void EntityImport::tellAsset(const std::string &what, const Json &asset)
{
    entities::KnownEntity known;
    known.id = asset["id"].get<std::string>();
    known.kind = Kind::Asset;
    known.projectId = m_projectId;
    entities::tellEntity(m_writing, known, what, {{"episode_id", asset["source_id"]}});
}

api::Response importKind(api::Working &working, api::Request &request, Kind kind)
{
    const ImportedTable table = ImportedTable::read(request);
    return working.write([&](api::Writing &writing) {
        EntityImport import(writing, request, kind);
        Json told = Json::array();
        for (std::size_t i = 0; i < table.size(); ++i) told.push_back(import.take(table.row(i)));
        return api::json(told, 201);
    });
}

} // namespace

access::Access importsIntoProject()
{
    const auto managers = access::managersOf();
    return {managers.name, false, [managers](api::Reading &reading, const api::Request &request) {
                if (!api::isUuid(request.pathValue("project_id")))
                    throw api::badRequest("The identifier in the address is malformed.");
                managers.require(reading, request);
            }};
}

api::Response importAssets(api::Working &working, api::Request &request)
{
    return importKind(working, request, Kind::Asset);
}

api::Response importShots(api::Working &working, api::Request &request)
{
    return importKind(working, request, Kind::Shot);
}

api::Response importEdits(api::Working &working, api::Request &request)
{
    return importKind(working, request, Kind::Edit);
}

} // namespace callboard::exchange
