// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/WithTasksViews.h"

#include "core/access/Belonging.h"
#include "core/domain/entities/EntityJson.h"
#include "core/records/Record.h"

namespace callboard::entities {

namespace {

using Members = std::vector<Member>;

Member taskMember(const std::string &name, Cell cell)
{
    return {name, "task." + name, cell};
}
Member entityMember(const std::string &name, Cell cell)
{
    return {name, "entity." + name, cell};
}
/// A member of the entity's data under its own name.
Member metadataMember(const std::string &name)
{
    return {name, "entity.data -> '" + name + "'", Cell::Json};
}

/// What all lists tell of a task.
Members commonTaskMembers()
{
    return {taskMember("id", Cell::Plain), taskMember("duration", Cell::Real), taskMember("due_date", Cell::Moment),
        taskMember("end_date", Cell::Moment), taskMember("entity_id", Cell::Plain),
        taskMember("estimation", Cell::Real), {"is_subscribed", "", Cell::IsSubscribed},
        taskMember("last_comment_date", Cell::Moment), taskMember("priority", Cell::Integer),
        taskMember("real_start_date", Cell::Moment), taskMember("retake_count", Cell::Integer),
        taskMember("start_date", Cell::Moment), taskMember("task_status_id", Cell::Plain),
        taskMember("task_type_id", Cell::Plain)};
}

Members with(Members members, const Members &more)
{
    members.insert(members.end(), more.begin(), more.end());
    return members;
}

/// What shots, edits and concepts tell alike; needs `project`.
Members detailedMembers()
{
    return {entityMember("id", Cell::Plain), entityMember("name", Cell::Text), entityMember("description", Cell::Text),
        entityMember("canceled", Cell::Boolean), entityMember("data", Cell::Metadata),
        entityMember("entity_type_id", Cell::Plain), entityMember("parent_id", Cell::Plain),
        entityMember("preview_file_id", Cell::Plain), entityMember("project_id", Cell::Plain),
        {"project_name", "project.name", Cell::Text}, entityMember("source_id", Cell::Plain),
        entityMember("nb_entities_out", Cell::Integer), {"tasks", "", Cell::Tasks}, {"type", "", Cell::Kind}};
}

/// What assets tell like sequences, scenes and episodes.
Members briefMembers()
{
    return {entityMember("id", Cell::Plain), entityMember("name", Cell::Text), entityMember("description", Cell::Text),
        entityMember("preview_file_id", Cell::PlainOrEmpty), entityMember("canceled", Cell::Boolean),
        entityMember("data", Cell::Metadata), {"tasks", "", Cell::Tasks}};
}

Members frameMembers()
{
    return {metadataMember("fps"), metadataMember("frame_in"), metadataMember("frame_out")};
}

constexpr const char *project = " JOIN project ON project.id = entity.project_id";

WithTasksView assetView()
{
    WithTasksView view;
    view.entityMembers = with(briefMembers(),
        {{"asset_type_name", "entity_type.name", Cell::Text}, {"asset_type_id", "entity.entity_type_id", Cell::Plain},
            entityMember("ready_for", Cell::PlainOrNone), {"episode_id", "entity.source_id", Cell::PlainOrEmpty},
            {"casting_episode_ids", "'[]'", Cell::Json}, entityMember("is_casting_standby", Cell::Boolean),
            entityMember("is_shared", Cell::Boolean)});
    view.taskMembers = with(commonTaskMembers(),
        {taskMember("done_date", Cell::Moment), taskMember("last_preview_file_id", Cell::PlainOrEmpty),
            taskMember("difficulty", Cell::Integer)});
    view.joins = " JOIN entity_type ON entity_type.id = entity.entity_type_id";
    return view;
}

WithTasksView shotView()
{
    WithTasksView view;
    view.entityMembers = with(with(detailedMembers(), frameMembers()),
        {{"episode_id", "sequence.parent_id", Cell::Plain}, {"episode_name", "episode.name", Cell::TextOrEmpty},
            {"sequence_id", "sequence.id", Cell::Plain}, {"sequence_name", "sequence.name", Cell::Text},
            entityMember("nb_frames", Cell::Integer), entityMember("is_casting_standby", Cell::Boolean)});
    view.taskMembers = with(commonTaskMembers(),
        {taskMember("done_date", Cell::Moment), taskMember("last_preview_file_id", Cell::Plain),
            taskMember("nb_assets_ready", Cell::Integer), taskMember("difficulty", Cell::Integer),
            taskMember("nb_drawings", Cell::Integer)});
    view.joins = project
        + std::string(" LEFT JOIN entity sequence ON sequence.id = entity.parent_id"
                      " LEFT JOIN entity episode ON episode.id = sequence.parent_id");
    return view;
}

/// Sequences, scenes and episodes: the parent is told as episode_id.
WithTasksView parentView()
{
    WithTasksView view;
    view.entityMembers = with(with(briefMembers(), frameMembers()),
        {entityMember("status", Cell::Text), {"episode_id", "entity.parent_id", Cell::PlainOrNone}});
    view.taskMembers = with(commonTaskMembers(),
        {taskMember("done_date", Cell::Moment), taskMember("last_preview_file_id", Cell::Plain),
            taskMember("difficulty", Cell::Integer)});
    return view;
}

WithTasksView editView()
{
    WithTasksView view;
    view.entityMembers = with(detailedMembers(),
        {{"episode_id", "episode.id", Cell::Plain}, {"episode_name", "episode.name", Cell::TextOrEmpty}});
    view.taskMembers = with(commonTaskMembers(),
        {taskMember("last_preview_file_id", Cell::Plain), taskMember("nb_assets_ready", Cell::Integer)});
    view.joins = project + std::string(" LEFT JOIN entity episode ON episode.id = entity.parent_id");
    return view;
}

WithTasksView conceptView(store::Dialect dialect)
{
    WithTasksView view;
    view.entityMembers = with(with(detailedMembers(), frameMembers()),
        {entityMember("nb_frames", Cell::Integer), entityMember("is_casting_standby", Cell::Boolean),
            {"entity_concept_links",
                "(SELECT " + store::fragment::jsonArray(dialect, "link.entity_out_id")
                    + " FROM entity_concept_link link WHERE link.entity_in_id = entity.id)",
                Cell::Json},
            entityMember("updated_at", Cell::Moment), entityMember("created_at", Cell::Moment),
            entityMember("created_by", Cell::Plain)});
    view.taskMembers = with(commonTaskMembers(), {taskMember("nb_assets_ready", Cell::Integer)});
    view.joins = project;
    return view;
}

WithTasksView membersOf(Kind kind, store::Dialect dialect)
{
    switch (kind) {
    case Kind::Asset: return assetView();
    case Kind::Shot: return shotView();
    case Kind::Edit: return editView();
    case Kind::Concept: return conceptView(dialect);
    case Kind::Sequence:
    case Kind::Scene:
    case Kind::Episode: break;
    }
    return parentView();
}

bool hasEpisodes(store::Connection &database)
{
    return database.query("SELECT 1 FROM entity WHERE entity_type_id = " + typeOf(Kind::Episode) + " LIMIT 1").next();
}

/// The episodes an asset is cast in; of one episode when the list is asked for it.
void tellCastingEpisodes(WithTasksView &view, store::Dialect dialect, std::string_view episodeCondition)
{
    for (Member &member : view.entityMembers)
        if (member.name == "casting_episode_ids")
            member.sql = "(SELECT " + store::fragment::jsonArray(dialect, "link.entity_in_id")
                + " FROM entity_link link WHERE link.entity_out_id = entity.id AND link.entity_in_id IN"
                  " (SELECT episode.id FROM entity episode WHERE episode.entity_type_id = "
                + typeOf(Kind::Episode) + std::string(episodeCondition) + "))";
}

/// Keys of metadata that belong to departments that the caller is not in.
std::vector<std::string> keysHiddenFrom(api::Reading &reading, Kind kind, const std::string &projectId)
{
    std::vector<std::string> keys;
    std::vector<store::Value> bound{std::string(nameOf(kind))};
    if (!projectId.empty()) bound.emplace_back(projectId);
    bound.emplace_back(reading.caller.id);
    auto rows = reading.database.run("SELECT descriptor.field_name FROM metadata_descriptor descriptor"
                                     " WHERE descriptor.entity_type = ?"
            + std::string(projectId.empty() ? "" : " AND descriptor.project_id = ?")
            + " AND EXISTS (SELECT 1 FROM department_metadata_descriptor_link link"
              " WHERE link.metadata_descriptor_id = descriptor.id)"
              " AND NOT EXISTS (SELECT 1 FROM department_metadata_descriptor_link link JOIN department_link own"
              " ON own.department_id = link.department_id WHERE link.metadata_descriptor_id = descriptor.id"
              " AND own.person_id = ?)",
        bound);
    while (rows.next()) keys.push_back(rows.string(0));
    return keys;
}

/// What belongs to the entity in the record but not in the list; the list's spelling stays.
Json withRecord(api::Reading &reading, Json listed)
{
    const Json record = records::getWithRelations(reading.database, "entity", listed["id"]);
    for (const auto &[name, value] : record.items())
        if (!listed.contains(name)) listed[name] = value;
    return listed;
}

/// A single shot or concept tells data that was never given as null, where the list says {}.
void tellDataAsKept(WithTasksView &view)
{
    for (Member &member : view.entityMembers)
        if (member.cell == Cell::Metadata) member.cell = Cell::MetadataOrNull;
}

std::string projectOf(api::Reading &reading, const std::string &entityId)
{
    return getEntity(reading.database, entityId).projectId;
}

WithTasksView viewOfOne(api::Reading &reading, Kind kind, const std::string &id)
{
    WithTasksView view = viewOf(reading, kind);
    if (reading.caller.isVendor()) view.hiddenKeys = keysHiddenFrom(reading, kind, projectOf(reading, id));
    // A single entity is told to everyone alike; who follows a task is told by lists and by the task itself.
    for (Member &member : view.taskMembers)
        if (member.cell == Cell::IsSubscribed) member = {member.name, "FALSE", Cell::Boolean};
    require(view, "entity.id = ?", {id});
    return view;
}

std::string identifierOf(std::string_view name, std::string_view value)
{
    if (!api::isUuid(value)) throw api::badRequest(std::string(name) + " must be an identifier.");
    return std::string(value);
}

enum class EpisodeOf { Source, SequenceParent, Parent };

/// The filters id, project_id and episode_id.
void addFilters(api::Reading &reading, WithTasksView &view, const api::Request &request, EpisodeOf episodeOf)
{
    const auto project = request.query.find("project_id");
    if (project) require(view, "entity.project_id = ?", {identifierOf("project_id", *project)});
    std::vector<store::Value> own;
    if (const std::string teams = access::inTeams(reading, "entity.project_id", own); !project && !teams.empty())
        require(view, teams, own);
    if (const auto id = request.query.find("id")) require(view, "entity.id = ?", {identifierOf("id", *id)});
    if (reading.caller.isVendor())
        view.hiddenKeys = keysHiddenFrom(reading, view.kind, std::string(project.value_or("")));

    const auto episode = request.query.find("episode_id");
    const std::string column = episodeOf == EpisodeOf::Source ? "entity.source_id"
        : episodeOf == EpisodeOf::SequenceParent
        ? "(SELECT sequence.parent_id FROM entity sequence WHERE sequence.id = entity.parent_id)"
        : "entity.parent_id";
    if (!episode || *episode == "all") return;
    if (*episode == "main")
        require(view, column + " IS NULL");
    else if (episodeOf == EpisodeOf::Source)
        require(view,
            "(entity.source_id = ? OR EXISTS (SELECT 1 FROM entity_link link WHERE link.entity_out_id = entity.id"
            " AND link.entity_in_id = ?))",
            {identifierOf("episode_id", *episode), std::string(*episode)});
    else
        require(view, column + " = ?", {identifierOf("episode_id", *episode)});
}

api::Response listed(api::Reading &reading, const api::Request &request, Kind kind, EpisodeOf episodeOf)
{
    WithTasksView view = viewOf(reading, kind);
    addFilters(reading, view, request, episodeOf);
    return withTasks(reading, std::move(view));
}

} // namespace

void require(WithTasksView &view, const std::string &condition, std::vector<store::Value> values)
{
    view.condition += (view.condition.empty() ? "" : " AND ") + condition;
    view.values.insert(view.values.end(), values.begin(), values.end());
}

WithTasksView viewOf(api::Reading &reading, Kind kind)
{
    WithTasksView view = membersOf(kind, reading.database.dialect());
    view.kind = kind;
    if (kind == Kind::Asset) {
        // Most studios have none at all: then nothing is looked for, asset by asset.
        if (hasEpisodes(reading.database)) tellCastingEpisodes(view, reading.database.dialect(), "");
        // As a list of types, not as all but some: so the index of production and type is of use.
        require(view,
            "entity.entity_type_id IN (SELECT asset_type.id FROM entity_type asset_type WHERE "
                + isAssetType("asset_type.id") + ")");
    } else {
        require(view, "entity.entity_type_id = " + typeOf(kind));
    }
    if (reading.caller.isVendor()) {
        require(view,
            "EXISTS (SELECT 1 FROM task vendor_task JOIN task_person_link own ON own.task_id = vendor_task.id"
            " WHERE vendor_task.entity_id = entity.id AND own.person_id = ?)",
            {reading.caller.id});
        view.taskCondition =
            "EXISTS (SELECT 1 FROM task_person_link own WHERE own.task_id = task.id AND own.person_id = ?)";
        view.taskValues = {reading.caller.id};
    }
    return view;
}

api::Response listAssetsWithTasks(api::Reading &reading, const api::Request &request)
{
    WithTasksView view = viewOf(reading, Kind::Asset);
    addFilters(reading, view, request, EpisodeOf::Source);
    const auto episode = request.query.find("episode_id");
    if (episode && api::isUuid(*episode)) {
        tellCastingEpisodes(view, reading.database.dialect(), " AND episode.id = ?");
        view.selectValues = {std::string(*episode)};
    }
    return withTasks(reading, std::move(view));
}

api::Response listShotsWithTasks(api::Reading &reading, const api::Request &request)
{
    return listed(reading, request, Kind::Shot, EpisodeOf::SequenceParent);
}

api::Response listSequencesWithTasks(api::Reading &reading, const api::Request &request)
{
    if (request.query.find("episode_id") == "all") return api::json(Json::array());
    return listed(reading, request, Kind::Sequence, EpisodeOf::Parent);
}

api::Response listScenesWithTasks(api::Reading &reading, const api::Request &request)
{
    return listed(reading, request, Kind::Scene, EpisodeOf::Parent);
}

api::Response listEpisodesWithTasks(api::Reading &reading, const api::Request &request)
{
    return listed(reading, request, Kind::Episode, EpisodeOf::Parent);
}

api::Response listEditsWithTasks(api::Reading &reading, const api::Request &request)
{
    return listed(reading, request, Kind::Edit, EpisodeOf::Parent);
}

api::Response listConceptsWithTasks(api::Reading &reading, const api::Request &request)
{
    return listed(reading, request, Kind::Concept, EpisodeOf::Parent);
}

api::Response listLinkedWithTasks(api::Reading &reading, const api::Request &request)
{
    WithTasksView view = viewOf(reading, Kind::Concept);
    // Here a task is told with who assigned it, and without what only lists by production know.
    std::erase_if(view.taskMembers, [](const Member &member) { return member.name == "is_subscribed"; });
    view.taskMembers.push_back(taskMember("assigner_id", Cell::Plain));
    require(view, "entity.id IN (SELECT link.entity_in_id FROM entity_concept_link link WHERE link.entity_out_id = ?)",
        {request.pathId("entity_id")});
    return withTasks(reading, std::move(view));
}

api::Response readAsset(api::Reading &reading, const api::Request &request)
{
    Json asset =
        withRecord(reading, oneWithTasks(reading, viewOfOne(reading, Kind::Asset, request.pathId("asset_id"))));
    asset.erase("nb_frames");
    asset.erase("source_id");
    asset["type"] = nameOf(Kind::Asset);
    asset["project_name"] = records::get(reading.database, "project", asset["project_id"])["name"];
    return api::json(asset);
}

api::Response readShot(api::Reading &reading, const api::Request &request)
{
    WithTasksView view = viewOfOne(reading, Kind::Shot, request.pathId("shot_id"));
    tellDataAsKept(view);
    return api::json(withRecord(reading, oneWithTasks(reading, view)));
}

api::Response readEdit(api::Reading &reading, const api::Request &request)
{
    return api::json(oneWithTasks(reading, viewOfOne(reading, Kind::Edit, request.pathId("edit_id"))));
}

api::Response readConcept(api::Reading &reading, const api::Request &request)
{
    WithTasksView view = viewOfOne(reading, Kind::Concept, request.pathId("concept_id"));
    tellDataAsKept(view);
    return api::json(withRecord(reading, oneWithTasks(reading, view)));
}

} // namespace callboard::entities
