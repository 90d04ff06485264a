// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ShotgunEntities.h"

#include "core/domain/entities/ReadyAssets.h"
#include "core/domain/entities/EntityJson.h"
#include "core/domain/exchange/ShotgunImport.h"

namespace callboard::exchange {

namespace {

using entities::Kind;

/// One list on its way in. All that the entries name is read before the first of them is taken.
class EntityImport
{
public:
    EntityImport(api::Writing &writing, const std::vector<Json> &entries, Kind kind);
    Json write();

protected:
    struct Known
    {
        std::string id;
        std::string projectId;
    };

    /// Takes the entity of that number; `columns` are what the entry says of it, without a name where the present one
    /// stays. Gives its identifier.
    std::string place(std::int64_t number, Json columns);
    /// The entity of another kind in that production; nothing when there is none.
    std::optional<std::string> related(
        Kind kind, const std::optional<std::int64_t> &number, const std::string &projectId) const;
    bool isKnown(std::int64_t number) const { return m_numbers.contains({m_kind, number}); }
    /// Another entity of that kind has the name there.
    bool isTaken(std::int64_t number, const Json &columns) const;
    /// The production of the entry. Throws 400.
    std::string projectOf(const Json &entry) const;
    /// The same; nothing instead.
    std::optional<std::string> projectIfKnown(const Json &entry) const { return m_projects.find(entry); }
    std::string typeId() const { return m_kinds.typeId(m_kind); }
    bool isAssetType(const std::string &typeId) const { return m_kinds.kindOf(typeId) == Kind::Asset; }

    api::Writing &m_writing;
    records::Links m_casting;    // exactly these assets, by what they are cast in
    records::Links m_castBeside; // these too

private:
    using Place = std::tuple<std::string, std::string, std::string, std::string>; // production, type, parent, name

    void readNumbers(const std::vector<Json> &entries);
    void readNames(const std::vector<Json> &entries);
    static Place placeOf(const Json &columns);
    void rename(const std::string &id, const Place &place);

    Kind m_kind;
    entities::EntityKinds m_kinds;
    ShotgunProjects m_projects;
    std::map<std::pair<Kind, std::int64_t>, Known> m_numbers;
    std::map<Place, std::string> m_names;
    std::map<std::string, Place> m_places; // by identifier
    records::ManyRows m_rows{"entity"};
    std::vector<std::tuple<std::string, std::string, bool>> m_taken; // identifier, production, is new
};

EntityImport::EntityImport(api::Writing &writing, const std::vector<Json> &entries, Kind kind)
    : m_writing(writing)
    , m_kind(kind)
    , m_projects(writing)
{
    entities::ensureAllTypes(writing);
    m_kinds = entities::EntityKinds::read(writing.database);
    readNumbers(entries);
    readNames(entries);
}

void EntityImport::readNumbers(const std::vector<Json> &entries)
{
    std::set<std::int64_t> numbers;
    for (const Json &entry : entries) {
        for (const char *member : {"id", "episode", "sg_sequence", "sg_scene"})
            if (const auto number = numberIn(entry, member)) numbers.insert(*number);
        for (const char *member : {"sequence_sg_scenes_1_sequences", "assets", "parents"})
            for (const std::int64_t number : numbersIn(entry, member)) numbers.insert(number);
    }
    records::forRows(m_writing.database,
        "SELECT id, entity_type_id, project_id, shotgun_id FROM entity WHERE shotgun_id", numbers,
        [this](const store::Rows &rows) {
            m_numbers[{m_kinds.kindOf(rows.text(1)), rows.integer(3)}] = {rows.string(0), rows.string(2)};
        });
}

void EntityImport::readNames(const std::vector<Json> &entries)
{
    if (m_kind == Kind::Asset) return; // Assets may share a name.
    std::set<std::string> names;
    for (const Json &entry : entries)
        if (const auto name = wordIn(entry, "code")) names.insert(*name);
    records::forRows(m_writing.database,
        "SELECT id, project_id, entity_type_id, parent_id, name FROM entity WHERE name", names,
        [this](const store::Rows &rows) {
            rename(rows.string(0), {rows.string(1), rows.string(2), rows.string(3), rows.string(4)});
        });
}

EntityImport::Place EntityImport::placeOf(const Json &columns)
{
    const auto text = [&](const char *column) {
        const Json value = columns.value(column, Json());
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    return {text("project_id"), text("entity_type_id"), text("parent_id"), text("name")};
}

void EntityImport::rename(const std::string &id, const Place &place)
{
    if (const auto before = m_places.find(id); before != m_places.end()) m_names.erase(before->second);
    m_names[place] = id;
    m_places[id] = place;
}

bool EntityImport::isTaken(std::int64_t number, const Json &columns) const
{
    const auto same = m_names.find(placeOf(columns));
    if (same == m_names.end()) return false;
    const auto own = m_numbers.find({m_kind, number});
    return own == m_numbers.end() || own->second.id != same->second;
}

std::string EntityImport::place(std::int64_t number, Json columns)
{
    if (columns.contains("name")) columns["name"] = columnOf("entity", "name", columns["name"]);
    columns["shotgun_id"] = number;
    const std::string project = columns["project_id"];
    const auto known = m_numbers.find({m_kind, number});
    const bool isNew = known == m_numbers.end();
    const std::string id = isNew ? m_writing.newId() : known->second.id;
    if (isNew) {
        columns["id"] = id;
        columns["created_by"] = m_writing.caller.id;
        m_rows.make(columns);
    } else {
        m_rows.change(id, columns);
    }
    m_numbers[{m_kind, number}] = {id, project};
    if (columns.contains("name")) rename(id, placeOf(columns));
    m_taken.emplace_back(id, project, isNew);
    return id;
}

std::optional<std::string> EntityImport::related(
    Kind kind, const std::optional<std::int64_t> &number, const std::string &projectId) const
{
    if (!number) return std::nullopt;
    const auto found = m_numbers.find({kind, *number});
    if (found == m_numbers.end() || found->second.projectId != projectId) return std::nullopt;
    return found->second.id;
}

std::string EntityImport::projectOf(const Json &entry) const
{
    auto project = m_projects.find(entry);
    if (!project) throw api::badRequest("Its production is not here.");
    return *project;
}

Json EntityImport::write()
{
    Json told = m_rows.write(m_writing);
    const schema::Relation &casting = *schema::table("entity").relation("entities_out");
    records::setRelations(m_writing, casting, m_casting);
    records::addRelations(m_writing, casting, m_castBeside);
    std::set<std::string> holders;
    for (const auto *links : {&m_casting, &m_castBeside})
        for (const auto &[holder, assets] : *links) holders.insert(holder);
    entities::countReadyAssetsOf(m_writing, holders);
    const std::string event(eventNameOf(m_kind));
    for (const auto &[id, project, isNew] : m_taken)
        tellQuietly(m_writing, event + (isNew ? ":new" : ":update"), {{event + "_id", id}}, project);
    return told;
}

Json orNull(const std::optional<std::string> &id)
{
    return id ? Json(*id) : Json();
}

/// Episodes and sequences: a name that is taken is left alone.
class GroupImport : public EntityImport
{
public:
    using EntityImport::EntityImport;

protected:
    void takeGroup(const Json &entry, const std::string &project, const std::optional<std::string> &parent)
    {
        const std::int64_t number = *numberIn(entry, "id");
        Json columns = {{"name", *wordIn(entry, "code")},
            {"description", columnOf("entity", "description", entry["description"])}, {"project_id", project},
            {"entity_type_id", typeId()}, {"parent_id", orNull(parent)}};
        if (!isTaken(number, columns)) {
            place(number, std::move(columns));
        } else if (isKnown(number)) {
            columns.erase("name");
            place(number, std::move(columns));
        }
    }

    static bool isWhole(const Json &entry)
    {
        return numberIn(entry, "id") && wordIn(entry, "code") && !lacks(entry, {"description", "project"});
    }
};

class EpisodeImport : public GroupImport
{
public:
    EpisodeImport(api::Writing &writing, const std::vector<Json> &entries)
        : GroupImport(writing, entries, Kind::Episode)
    {}
    void take(const Json &entry)
    {
        if (!isWhole(entry)) return;
        if (const auto project = projectIfKnown(entry)) takeGroup(entry, *project, std::nullopt);
    }
};

class SequenceImport : public GroupImport
{
public:
    SequenceImport(api::Writing &writing, const std::vector<Json> &entries)
        : GroupImport(writing, entries, Kind::Sequence)
    {}
    void take(const Json &entry)
    {
        if (!isWhole(entry)) return;
        const auto project = projectIfKnown(entry);
        if (project) takeGroup(entry, *project, related(Kind::Episode, numberIn(entry, "episode"), *project));
    }
};

api::Error taken(const Json &entry)
{
    return api::badRequest("The name " + *wordIn(entry, "code") + " is taken.");
}

class SceneImport : public EntityImport
{
public:
    SceneImport(api::Writing &writing, const std::vector<Json> &entries)
        : EntityImport(writing, entries, Kind::Scene)
    {}
    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        if (!number || !wordIn(entry, "code") || lacks(entry, {"project"})) return;
        const std::string project = projectOf(entry);
        const auto sequences = numbersIn(entry, "sequence_sg_scenes_1_sequences");
        const auto sequence = sequences.empty() ? std::nullopt : std::optional(sequences.front());
        Json columns = {{"name", *wordIn(entry, "code")}, {"project_id", project}, {"entity_type_id", typeId()},
            {"parent_id", orNull(related(Kind::Sequence, sequence, project))}};
        if (isTaken(*number, columns)) throw taken(entry);
        place(*number, std::move(columns));
    }
};

class ShotImport : public EntityImport
{
public:
    ShotImport(api::Writing &writing, const std::vector<Json> &entries)
        : EntityImport(writing, entries, Kind::Shot)
    {}
    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        if (!number || !wordIn(entry, "code") || lacks(entry, {"project", "sg_cut_in", "sg_cut_duration"})) return;
        const std::string project = projectOf(entry);
        Json columns = {{"name", *wordIn(entry, "code")}, {"project_id", project}, {"entity_type_id", typeId()},
            {"parent_id", orNull(related(Kind::Sequence, numberIn(entry, "sg_sequence"), project))},
            {"source_id", orNull(related(Kind::Scene, numberIn(entry, "sg_scene"), project))}, {"data", dataOf(entry)}};
        if (isTaken(*number, columns)) throw taken(entry);
        const std::string id = place(*number, std::move(columns));
        if (!entry.contains("assets")) return;
        auto &assets = m_casting[id];
        assets.clear();
        for (const std::int64_t asset : numbersIn(entry, "assets"))
            if (const auto cast = related(Kind::Asset, asset, project)) assets.push_back(*cast);
    }

private:
    static Json dataOf(const Json &entry)
    {
        Json data = ownFields(entry, {"sg_cut_in", "sg_cut_out", "sg_sequence"});
        const Json first = columnOf("entity", "nb_frames", entry["sg_cut_in"]);
        const Json length = columnOf("entity", "nb_frames", entry["sg_cut_duration"]);
        data["frame_in"] = first;
        data["frame_out"] = first.is_null()
            ? Json()
            : Json(first.get<std::int64_t>() + (length.is_null() ? 0 : length.get<std::int64_t>()));
        return data;
    }
};

class AssetImport : public EntityImport
{
public:
    AssetImport(api::Writing &writing, const std::vector<Json> &entries)
        : EntityImport(writing, entries, Kind::Asset)
    {}
    void take(const Json &entry)
    {
        const auto number = numberIn(entry, "id");
        if (!number || !wordIn(entry, "code") || lacks(entry, {"description", "project"})) return;
        if (!entry.contains("sg_asset_type")) throw api::badRequest("An asset needs its sg_asset_type.");
        const auto type = wordIn(entry, "sg_asset_type");
        if (!type) return;
        const std::string project = projectOf(entry);
        const std::string id = place(*number,
            {{"name", *wordIn(entry, "code")}, {"description", columnOf("entity", "description", entry["description"])},
                {"project_id", project}, {"entity_type_id", typeNamed(*type)}});
        for (const std::int64_t parent : numbersIn(entry, "parents"))
            if (const auto holder = related(Kind::Asset, parent, project); holder && *holder != id)
                m_castBeside[*holder].push_back(id);
    }

private:
    std::string typeNamed(const std::string &name)
    {
        std::string &id = m_types[name];
        if (id.empty())
            id = entities::ensureTypeNamed(m_writing, columnOf("entity_type", "name", name).get<std::string>());
        if (!isAssetType(id)) throw api::badRequest(name + " is no type of assets.");
        return id;
    }

    std::map<std::string, std::string> m_types; // by name
};

} // namespace

api::Response importShotgunEpisodes(api::Working &working, api::Request &request)
{
    return takeAllNumbered<EpisodeImport>(working, request);
}

api::Response importShotgunSequences(api::Working &working, api::Request &request)
{
    return takeAllNumbered<SequenceImport>(working, request);
}

api::Response importShotgunScenes(api::Working &working, api::Request &request)
{
    return takeAllNumbered<SceneImport>(working, request);
}

api::Response importShotgunShots(api::Working &working, api::Request &request)
{
    return takeAllNumbered<ShotImport>(working, request);
}

api::Response importShotgunAssets(api::Working &working, api::Request &request)
{
    return takeAllNumbered<AssetImport>(working, request);
}

} // namespace callboard::exchange
