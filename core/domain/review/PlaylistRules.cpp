// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/review/PlaylistRules.h"

namespace callboard::review {

using namespace access;

namespace {

struct PlaylistPlace
{
    std::string projectId;
    bool isForClients = false;
};

PlaylistPlace placeOfPlaylist(Reading &reading, const std::string &id)
{
    auto rows = reading.database.query("SELECT project_id, for_client FROM playlist WHERE id = ?", id);
    if (!rows.next()) throw api::notFound("The playlist");
    return {rows.string(0), rows.boolean(1)};
}

} // namespace

Access buildsPlaylist(std::string playlistParameter)
{
    return {"managers of the production of " + playlistParameter, false,
        [playlistParameter](Reading &reading, const Request &request) {
            requireManager(reading, placeOfPlaylist(reading, request.pathId(playlistParameter)).projectId);
        }};
}

Access downloadsPlaylist(std::string playlistParameter)
{
    return {"managers and supervisors of the production of " + playlistParameter + "; clients what is for clients",
        false, [playlistParameter](Reading &reading, const Request &request) {
            const auto place = placeOfPlaylist(reading, request.pathId(playlistParameter));
            requireTeam(reading, place.projectId);
            const auto &caller = reading.caller;
            const bool isAllowed = caller.isAdmin() || caller.isManager() || caller.isSupervisor()
                || (caller.isClient() && place.isForClients);
            if (!isAllowed) throw api::forbidden();
        }};
}

} // namespace callboard::review
