// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/PlaylistHooks.h"

#include "core/access/Belonging.h"
#include "core/media/FileStore.h"
#include "core/records/Record.h"

namespace callboard::review::hooks {

using namespace access;
using namespace records;

namespace {

void requireEntries(const Json &shots)
{
    if (!shots.is_array()) throw api::badRequest("shots must be a list.");
    for (const Json &shot : shots)
        if (!shot.is_object()) throw api::badRequest("shots must be a list of entries.");
}

/// Of an entry the entity and the preview are kept; one without a preview is dropped.
Json entriesOf(const Json &shots)
{
    requireEntries(shots);
    Json entries = Json::array();
    for (const Json &shot : shots) {
        const auto preview = shot.find("preview_file_id");
        if (preview == shot.end()) continue;
        const auto entity = shot.contains("entity_id") ? shot["entity_id"] : shot.value("id", Json(""));
        entries.push_back({{"entity_id", entity}, {"preview_file_id", *preview}});
    }
    return entries;
}

/// The database's own constraint, in words; and the episode must be of the production.
void checkPlace(api::Writing &writing, const std::string &projectId, const std::string &episodeId,
    const std::string &name, const std::string &ownId)
{
    if (projectId.empty()) throw api::badRequest("project_id is needed.");
    if (episodeId.empty()) return;
    auto episode = writing.database.query("SELECT project_id FROM entity WHERE id = ?", episodeId);
    if (episode.next() && episode.text(0) != projectId)
        throw api::badRequest("The episode belongs to another production.");
    auto same = writing.database.query(
        "SELECT id FROM playlist WHERE name = ? AND project_id = ? AND episode_id = ?", name, projectId, episodeId);
    while (same.next())
        if (same.text(0) != ownId) throw api::badRequest("A playlist of this name exists already in the episode.");
}

std::string after(const Json &row, const Input &input, const char *column)
{
    if (input.contains(column)) return input.text(column);
    return row[column].is_string() ? row[column].get<std::string>() : std::string();
}

/// "all" and "main" stand for no episode.
void readEpisodeWord(Json &body)
{
    if (const auto episode = body.find("episode_id"); episode != body.end() && episode->is_string()) {
        if (*episode == "all" || *episode == "main") *episode = nullptr;
    }
}

} // namespace

Access readersOfPlaylist()
{
    return {"team of the playlist's production; clients those for clients; no vendors", false,
        [](Reading &reading, const Request &request) {
            auto playlist = reading.database.query(
                "SELECT project_id, for_client FROM playlist WHERE id = ?", recordId(request, "playlist"));
            if (!playlist.next()) throw api::notFound("The playlist");
            requireMember(reading, playlist.text(0), Members::NotVendors);
            if (reading.caller.isClient() && !playlist.boolean(1)) throw api::forbidden();
        }};
}

Condition playlistsInReach(const Reading &reading, const Request &)
{
    if (reading.caller.isVendor()) return nothing();
    Condition condition;
    condition.sql = inTeams(reading, "playlist.project_id", condition.values);
    if (reading.caller.isClient()) condition.require("playlist.for_client = TRUE");
    return condition;
}

void readNewPlaylistWords(api::Writing &, Json &body)
{
    readEpisodeWord(body);
    if (const auto type = body.find("task_type_id"); type != body.end())
        if (!type->is_string() || !api::isUuid(type->get_ref<const std::string &>())) *type = nullptr;
    if (const auto shots = body.find("shots"); shots != body.end() && !shots->is_null()) requireEntries(*shots);
}

void readChangedPlaylistWords(api::Writing &, Json &body)
{
    readEpisodeWord(body);
    if (const auto shots = body.find("shots"); shots != body.end() && !shots->is_null()) *shots = entriesOf(*shots);
}

void checkNewPlaylist(api::Writing &writing, Input &input)
{
    checkPlace(writing, input.text("project_id"), input.text("episode_id"), input.text("name"), {});
}

void checkPlaylistChange(api::Writing &writing, const Json &row, Input &input)
{
    if (input.contains("shots") && input.columns["shots"].is_null()) throw api::badRequest("shots may not be empty.");
    const auto project = after(row, input, "project_id");
    if (project != row["project_id"]) requireMember(writing, project, Members::Leaders);
    checkPlace(writing, project, after(row, input, "episode_id"), after(row, input, "name"), row["id"]);
}

void removePlaylist(api::Writing &writing, const Json &row, bool)
{
    const auto id = row["id"].get<std::string>();
    for (auto builds = writing.database.query("SELECT id FROM build_job WHERE playlist_id = ?", id); builds.next();)
        media::removeAfterCommit(writing, media::FileKind::Build, builds.string(0));
    writing.database.change("DELETE FROM build_job WHERE playlist_id = ?", id);
}

void leaveOutRemover(api::Event &event, const std::string &what, const Json &)
{
    if (what == "delete") event.hasAuthor = false;
}

} // namespace callboard::review::hooks
