// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/ImportTimeline.h"

#include "core/domain/entities/EntityJson.h"
#include "core/domain/entities/NewEntity.h"
#include "core/domain/exchange/NamingConvention.h"
#include "core/domain/exchange/Timeline.h"
#include "core/domain/exchange/UploadedText.h"
#include "core/records/ManyRows.h"
#include "core/records/Record.h"
#include "core/domain/tasks/CreateTasks.h"
#include "core/domain/tasks/Task.h"

#include <charconv>

namespace callboard::exchange {

namespace {

using entities::Kind;

constexpr std::uint64_t largestFile = 64 * 1024 * 1024; // bytes
constexpr std::size_t mostClips = 50'000;

struct Production
{
    std::string id;
    std::string name;
    double rate = 25; // frames a second
    bool isSeries = false;
    std::string episodeId; // empty: none
    std::string episodeName;
};

api::Error refused(const std::string &sentence, int line = 0)
{
    Json details = {{"error", true}};
    if (line > 0) details["line_number"] = line;
    return api::badRequest(line > 0 ? "Line " + std::to_string(line) + ": " + sentence : sentence, details);
}

Production productionOf(api::Reading &reading, const api::Request &request)
{
    auto rows = reading.database.query(
        "SELECT id, name, fps, production_type FROM project WHERE id = ?", request.pathId("project_id"));
    if (!rows.next()) throw refused("The production was not found.");
    Production production{rows.string(0), rows.string(1), 25, rows.text(3) == "tvshow", {}, {}};
    const std::string rate = rows.string(2);
    std::from_chars(rate.data(), rate.data() + rate.size(), production.rate);
    const std::string episode(request.pathValue("episode_id"));
    if (episode.empty()) {
        if (production.isSeries) throw refused("The cut of a series is imported into one of its episodes.");
        return production;
    }
    const auto known =
        api::isUuid(episode) ? entities::findEntity(reading.database, request.pathId("episode_id")) : std::nullopt;
    if (!known || known->kind != Kind::Episode) throw refused("The episode was not found.");
    if (known->projectId != production.id) throw api::notFound("The episode");
    production.episodeId = known->id;
    production.episodeName = known->name;
    return production;
}

std::optional<std::string> parameterOf(const api::Request &request, std::string_view name)
{
    for (const api::Parameters *given : {&request.form, &request.query})
        if (const auto value = given->find(name)) return std::string(*value);
    return std::nullopt;
}

bool matchesCase(const api::Request &request)
{
    auto word = parameterOf(request, "match_case");
    if (!word) return true;
    std::transform(word->begin(), word->end(), word->begin(), [](unsigned char c) { return std::tolower(c); });
    if (*word == "true" || *word == "1") return true;
    if (*word == "false" || *word == "0") return false;
    throw api::badRequest("match_case is true or false.");
}

std::vector<TimelineClip> clipsIn(const api::UploadedFile &file, double rate)
{
    if (file.size() > largestFile) throw api::Error(413, "The file is larger than a cut may be.");
    try {
        auto clips = readTimeline(textIn(file), file.extension(), rate);
        if (clips.size() > mostClips) throw refused("The cut has more clips than one import takes.");
        return clips;
    } catch (const TimelineError &error) {
        throw refused(error.what(), error.line());
    }
}

/// One cut on its way in.
class TimelineImport
{
public:
    TimelineImport(api::Writing &writing, Production production, const NamingConvention &convention)
        : m_writing(writing)
        , m_production(std::move(production))
        , m_convention(convention)
    {
        entities::ensureAllTypes(writing);
        m_kinds = entities::EntityKinds::read(writing.database);
        readSequences();
        readShots();
        readTaskTypes();
    }

    void take(const TimelineClip &clip)
    {
        if (clip.name.empty()) throw refused("A clip has no name.", clip.line);
        for (const std::string &name : {clip.name, stemOf(clip.name)})
            if (const auto shot = m_shots.find(m_convention.compared(name)); shot != m_shots.end())
                return change(clip, shot->second);
        const auto names = m_convention.read(clip.name);
        if (!names) throw refused("The clip " + clip.name.substr(0, 200) + " is named otherwise.", clip.line);
        try {
            make(clip, *names);
        } catch (const api::Error &error) {
            throw refused(error.what(), clip.line);
        }
    }

    Json write()
    {
        m_newSequences.write(m_writing);
        const Json made = m_newShots.write(m_writing);
        Json updated = m_changedShots.write(m_writing);
        m_newTasks.write(m_writing);
        // A shot that is cut in twice is told as each of its clips had it.
        for (std::size_t i = 0; i < updated.size(); ++i) updated[i].update(m_changes[i]);
        Json told = {{"updated_shots", std::move(updated)}, {"created_shots", createdShots(made)}};
        return told;
    }

private:
    struct KnownShot
    {
        std::string id;
        Json data;
    };
    using Place = std::pair<std::string, std::string>; // sequence, name

    void readSequences()
    {
        const std::string sql = "SELECT id, name FROM entity WHERE project_id = ? AND entity_type_id = ? AND parent_id";
        auto rows = m_production.isSeries
            ? m_writing.database.query(
                sql + " = ?", m_production.id, m_kinds.typeId(Kind::Sequence), m_production.episodeId)
            : m_writing.database.query(sql + " IS NULL", m_production.id, m_kinds.typeId(Kind::Sequence));
        while (rows.next()) m_sequences[rows.string(1)] = rows.string(0);
    }

    void readShots()
    {
        std::map<std::string, std::string> sequenceNames;
        for (const auto &[name, id] : m_sequences) sequenceNames[id] = name;
        auto rows = m_writing.database.query(
            "SELECT id, name, parent_id, data FROM entity WHERE project_id = ? AND entity_type_id = ?"
            " ORDER BY canceled, created_at, id",
            m_production.id, m_kinds.typeId(Kind::Shot));
        while (rows.next()) {
            const auto sequence = sequenceNames.find(rows.string(2));
            if (sequence == sequenceNames.end()) continue;
            KnownShot shot{rows.string(0), rows.isNull(3) ? Json::object() : Json::parse(rows.text(3))};
            m_shotAt[{sequence->first, rows.string(1)}] = shot.id;
            m_shots.emplace(
                m_convention.nameOf({m_production.name, m_production.episodeName, sequence->second, rows.string(1)}),
                std::move(shot));
        }
    }

    void readTaskTypes()
    {
        auto rows = m_writing.database.query(
            "SELECT task_type.id FROM task_type JOIN project_task_type_link link ON link.task_type_id = task_type.id"
            " WHERE link.project_id = ? AND task_type.for_entity = 'Shot'",
            m_production.id);
        while (rows.next()) m_taskTypes.push_back(rows.string(0));
    }

    static Json framesOf(const TimelineClip &clip)
    {
        if (!clip.frameIn) return Json::object();
        return {{"frame_in", *clip.frameIn}, {"frame_out", *clip.frameOut}};
    }

    void change(const TimelineClip &clip, KnownShot &shot)
    {
        if (!shot.data.is_object()) shot.data = Json::object();
        shot.data.update(framesOf(clip));
        Json columns = {{"data", shot.data}};
        if (clip.frameCount) columns["nb_frames"] = *clip.frameCount;
        m_changedShots.change(shot.id, columns);
        m_changes.push_back(columns);
        tell("shot:update", {{"shot_id", shot.id}});
    }

    void make(const TimelineClip &clip, const ShotNames &names)
    {
        const std::string sequence = sequenceNamed(names.sequence);
        const auto present = m_shotAt.find({sequence, names.shot});
        if (present != m_shotAt.end()) {
            m_created.push_back(present->second);
            return;
        }
        entities::NewEntity shot;
        shot.kind = Kind::Shot;
        shot.name = names.shot;
        shot.parentId = sequence;
        shot.frameCount = clip.frameCount.value_or(0);
        shot.data = framesOf(clip);
        const std::string id = add(m_newShots, shot);
        m_shotAt[{sequence, names.shot}] = id;
        m_created.push_back(id);
        tell("shot:new",
            {{"shot_id", id}, {"episode_id", m_production.isSeries ? Json(m_production.episodeId) : Json()}});
        makeTasks(id);
    }

    std::string sequenceNamed(const std::string &name)
    {
        if (const auto present = m_sequences.find(name); present != m_sequences.end()) return present->second;
        entities::NewEntity sequence;
        sequence.kind = Kind::Sequence;
        sequence.name = name;
        sequence.description = "";
        if (m_production.isSeries) sequence.parentId = m_production.episodeId;
        sequence.data = Json::object();
        const std::string id = add(m_newSequences, sequence);
        m_sequences[name] = id;
        tell("sequence:new", {{"sequence_id", id}});
        return id;
    }

    std::string add(records::ManyRows &rows, entities::NewEntity &entity)
    {
        entity.projectId = m_production.id;
        Json columns = newEntityColumns(m_writing, entity, m_kinds.typeId(entity.kind));
        columns["id"] = m_writing.newId();
        rows.make(columns);
        return columns["id"];
    }

    void makeTasks(const std::string &shotId)
    {
        if (m_taskTypes.empty()) return;
        if (m_status.empty()) m_status = tasks::defaultStatusId(m_writing, false);
        for (const std::string &type : m_taskTypes) {
            const std::string id = m_writing.newId();
            m_newTasks.make(tasks::newTaskColumns(m_writing, id, m_production.id, type, shotId, m_status));
            tell("task:new", {{"task_id", id}});
        }
    }

    /// Those that were made, and those that were there under that name.
    Json createdShots(const Json &made)
    {
        std::map<std::string, Json> shots;
        for (const Json &row : made) shots[row["id"]] = row;
        std::set<std::string> others;
        for (const std::string &id : m_created)
            if (!shots.contains(id)) others.insert(id);
        const auto &shape = records::RowShape::of("entity");
        records::forRows(m_writing.database, "SELECT " + shape.columns() + " FROM entity WHERE id", others,
            [&](const store::Rows &rows) { shots[rows.string(0)] = shape.toJson(rows); });
        Json told = Json::array();
        for (const std::string &id : m_created) {
            told.push_back(shots[id]);
            told.back()["type"] = nameOf(Kind::Shot);
        }
        return told;
    }

    void tell(const std::string &event, Json payload) { m_writing.tell(event, std::move(payload), m_production.id); }

    api::Writing &m_writing;
    Production m_production;
    const NamingConvention &m_convention;
    entities::EntityKinds m_kinds;
    std::map<std::string, std::string> m_sequences; // by name
    std::map<std::string, KnownShot> m_shots;       // by the name that their clips have
    std::map<Place, std::string> m_shotAt;
    std::vector<std::string> m_taskTypes;
    std::string m_status;
    records::ManyRows m_newSequences{"entity"};
    records::ManyRows m_newShots{"entity"};
    records::ManyRows m_changedShots{"entity"};
    records::ManyRows m_newTasks{"task"};
    std::vector<Json> m_changes;        // columns, one for each call of change()
    std::vector<std::string> m_created; // shots, one for each clip
};

} // namespace

access::Access importsCut()
{
    const auto managers = access::managersOf();
    return {managers.name, false, [managers](api::Reading &reading, const api::Request &request) {
                const auto id = request.pathValue("project_id");
                if (!api::isUuid(id) || !records::exists(reading.database, "project", request.pathId("project_id")))
                    throw refused("The production was not found.");
                managers.require(reading, request);
            }};
}

api::Response importTimeline(api::Working &working, api::Request &request)
{
    const api::UploadedFile &file = fileNamed(request, "file");
    const Production production = productionOf(working, request);
    const bool isCaseMatched = matchesCase(request);
    try {
        const NamingConvention convention(
            parameterOf(request, "naming_convention").value_or(NamingConvention::usual(production.isSeries)),
            production.isSeries, isCaseMatched);
        const auto clips = clipsIn(file, production.rate);
        return working.write([&](api::Writing &writing) {
            TimelineImport import(writing, production, convention);
            for (const TimelineClip &clip : clips) import.take(clip);
            return api::json(import.write(), 201);
        });
    } catch (const api::Error &error) {
        if (error.status() != 400 || error.details().contains("error")) throw;
        throw refused(error.what());
    }
}

} // namespace callboard::exchange
