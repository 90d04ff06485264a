// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/Playlists.h"

#include "core/access/Rules.h"
#include "core/records/Record.h"
#include "core/domain/review/PlaylistPreviews.h"

#include <charconv>

namespace callboard::review {

namespace {

using api::Reading;
using api::Request;
using api::Response;
using records::RowShape;

constexpr std::int64_t pageSize = 20;

std::string textIn(const Json &entry, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (const Json value = entry.value(name, Json()); value.is_string() && api::isUuid(value.get<std::string>()))
            return value.get<std::string>();
    return {};
}

std::string orderOf(const Request &request)
{
    const std::string wanted(request.query.find("sort_by").value_or("updated_at"));
    static const std::set<std::string> ascending{"name", "for_entity", "for_client", "task_type_id", "episode_id"};
    if (ascending.contains(wanted)) return "playlist." + wanted + ", playlist.id";
    const bool isByCreation = wanted == "created_at";
    return std::string(isByCreation ? "playlist.created_at" : "playlist.updated_at")
        + " DESC, playlist.created_at DESC, playlist.id";
}

std::int64_t pageOf(const Request &request)
{
    const auto text = request.query.find("page");
    if (!text || text->empty()) return 1;
    std::int64_t page = 0;
    const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), page);
    if (failure != std::errc() || end != text->data() + text->size())
        throw api::badRequest("page must be a whole number.");
    return std::max<std::int64_t>(1, page);
}

/// Writes the rows without their entries, but with the preview of the first one.
void writeList(
    api::JsonWriter &writer, Reading &reading, const std::string &rest, const std::vector<store::Value> &bound)
{
    static const auto shape = RowShape::of("playlist").without({"shots"});
    auto rows =
        reading.database.run("SELECT " + shape.columns() + ", playlist.shots FROM playlist WHERE " + rest, bound);
    writer.beginArray();
    while (rows.next()) {
        writer.beginObject();
        shape.writeMembers(writer, rows);
        writer.key("type").plainString("Playlist");
        const Json shots = rows.isNull(shape.size()) ? Json() : Json::parse(rows.text(shape.size()));
        if (shots.is_array() && !shots.empty() && shots[0].is_object())
            if (const auto preview = textIn(shots[0], {"preview_file_id"}); !preview.empty())
                writer.key("first_preview_file_id").plainString(preview);
        writer.endObject();
    }
    writer.endArray();
}

void hideFromClients(const Reading &reading, std::string &condition)
{
    if (reading.caller.isClient()) condition += " AND playlist.for_client = TRUE";
}

void addTaskType(const Request &request, std::string &condition, std::vector<store::Value> &bound)
{
    const auto type = request.query.find("task_type_id");
    if (!type || type->empty()) return;
    if (!api::isUuid(*type)) throw api::badRequest("task_type_id is no identifier.");
    condition += " AND playlist.task_type_id = ?";
    bound.emplace_back(std::string(*type));
}

/// The episode must exist. One of another production has no playlists here; when it has some there, an empty list
/// would hide that the address is wrong.
void requirePlaylistsHere(const Reading &reading, const std::string &projectId, const std::string &episodeId)
{
    auto rows = reading.database.query(
        "SELECT EXISTS (SELECT 1 FROM playlist WHERE episode_id = entity.id AND playlist.project_id <> ?)"
        " FROM entity WHERE id = ?",
        projectId, episodeId);
    if (!rows.next() || rows.boolean(0)) throw api::notFound("The episode");
}

/// One entry with the previews of its entity, and with what is told of the chosen one.
Json toldEntry(Json entry, const PlaylistPreviews &previews)
{
    const auto entityId = textIn(entry, {"entity_id", "id", "shot_id"});
    entry["id"] = entityId;
    const auto own = previews.byEntity.find(entityId);
    entry["preview_files"] = own == previews.byEntity.end() ? Json::array() : own->second;
    const auto chosen = previews.byPreview.find(textIn(entry, {"preview_file_id"}));
    if (chosen == previews.byPreview.end()) {
        // The preview was deleted since, or none was chosen: the entry stays without one.
        entry.erase("preview_file_id");
        return entry;
    }
    for (const char *name :
        {"extension", "revision", "width", "height", "duration", "status", "annotations", "task_id"})
        entry[std::string("preview_file_") + name] = chosen->second[name];
    entry["preview_file_previews"] = chosen->second.value("previews", Json::array());
    return entry;
}

} // namespace

Response listPlaylists(Reading &reading, const Request &request)
{
    std::string condition = "playlist.project_id = ?";
    std::vector<store::Value> bound{request.pathId("project_id")};
    hideFromClients(reading, condition);
    addTaskType(request, condition, bound);
    bound.emplace_back(pageSize);
    bound.emplace_back((pageOf(request) - 1) * pageSize);
    condition += " ORDER BY " + orderOf(request) + " LIMIT ? OFFSET ?";
    return api::stream(
        [&reading, condition, bound](api::JsonWriter &writer) { writeList(writer, reading, condition, bound); });
}

Response listEpisodePlaylists(Reading &reading, const Request &request)
{
    const auto projectId = request.pathId("project_id");
    const auto episode = request.pathValue("episode_id");
    std::string condition = "playlist.project_id = ?";
    std::vector<store::Value> bound{projectId};
    if (episode == "main" || episode == "all") {
        condition += " AND playlist.episode_id IS NULL AND playlist.is_for_all = ?";
        bound.emplace_back(episode == "all");
    } else {
        const auto episodeId = request.pathId("episode_id");
        requirePlaylistsHere(reading, projectId, episodeId);
        condition += " AND playlist.episode_id = ?";
        bound.emplace_back(episodeId);
    }
    hideFromClients(reading, condition);
    addTaskType(request, condition, bound);
    condition += " ORDER BY " + orderOf(request);
    if (request.query.contains("page")) {
        condition += " LIMIT ? OFFSET ?";
        bound.emplace_back(pageSize);
        bound.emplace_back((pageOf(request) - 1) * pageSize);
    }
    return api::stream(
        [&reading, condition, bound](api::JsonWriter &writer) { writeList(writer, reading, condition, bound); });
}

Response readPlaylist(Reading &reading, const Request &request)
{
    Json playlist = records::get(reading.database, "playlist", request.pathId("playlist_id"));
    // Under another production's address it is found by those alone who could find it under its own.
    const auto projectId = playlist["project_id"].get<std::string>();
    if (projectId != request.pathId("project_id") && !access::isTeamOrAdmin(reading, projectId))
        throw api::notFound("The playlist");
    access::requireTeam(reading, projectId);
    if (reading.caller.isClient() && playlist["for_client"] != true) throw api::forbidden();
    Json entries = playlist["shots"].is_array() ? playlist["shots"] : Json::array();
    std::vector<std::string> entities;
    for (const Json &entry : entries) {
        if (!entry.is_object()) continue;
        if (const auto id = textIn(entry, {"entity_id", "id", "shot_id"}); !id.empty()) entities.push_back(id);
    }
    const auto previews = previewsOf(reading, entities);
    playlist["shots"] = Json::array();
    for (Json &entry : entries)
        if (entry.is_object()) playlist["shots"].push_back(toldEntry(std::move(entry), previews));
    const auto &jobs = RowShape::of("build_job");
    playlist["build_jobs"] = Json::array();
    auto rows = reading.database.query(
        "SELECT " + jobs.columns() + " FROM build_job WHERE playlist_id = ? ORDER BY created_at DESC",
        playlist["id"].get<std::string>());
    while (rows.next()) playlist["build_jobs"].push_back(jobs.toJson(rows));
    return api::json(playlist);
}

} // namespace callboard::review
