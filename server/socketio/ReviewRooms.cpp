// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/ReviewRooms.h"

#include <algorithm>
#include <array>

namespace callboard::server {

namespace {

constexpr std::string_view prefix = "preview-room:";
constexpr std::array<std::string_view, 5> roomEvents{
    "open-playlist", "close-playlist", "join", "leave", "room-updated"};
/// Passed on to the whole room as they came.
constexpr std::array<std::string_view, 6> passedEvents{"add-annotation", "remove-annotation", "update-annotation",
    "change-version", "panzoom-changed", "comparison-panzoom-changed"};
/// What a room remembers; other members of a payload are dropped.
constexpr std::array<const char *, 18> stateFields{"user_id", "local_id", "is_playing", "current_entity_id",
    "current_entity_index", "current_preview_file_id", "current_preview_file_index", "current_frame", "is_repeating",
    "is_annotations_displayed", "is_zoom_enabled", "is_waveform_displayed", "is_laser_mode", "handle_in", "handle_out",
    "speed", "comparing", "playlist_id"};

template<typename List>
bool holds(const List &list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

std::string named(std::string_view event)
{
    return std::string(prefix).append(event);
}

} // namespace

bool ReviewRooms::takes(std::string_view event)
{
    if (!event.starts_with(prefix)) return false;
    event.remove_prefix(prefix.size());
    return holds(roomEvents, event) || holds(passedEvents, event);
}

ReviewRooms::Notices ReviewRooms::take(
    const std::string &client, const std::string &personId, const std::string &event, const Json &payload)
{
    const std::string playlist = payload.at("playlist_id").get<std::string>();
    const auto action = std::string_view(event).substr(prefix.size());
    if (action == "leave") return leave(playlist, client);
    const bool opens = action == "open-playlist" || action == "join";
    if (!opens && !m_rooms.contains(playlist)) return {};
    auto &room = m_rooms[playlist];
    if (opens) room.followers.insert(client);
    // Only who is in a room can move it.
    if (!room.followers.contains(client)) return {};

    if (action == "open-playlist") return {peopleOf(playlist, room)};
    if (action == "close-playlist") {
        auto notices = leave(playlist, client);
        if (const auto still = m_rooms.find(playlist); still != m_rooms.end()) still->second.followers.erase(client);
        forgetWhenEmpty(playlist);
        return notices;
    }
    if (holds(passedEvents, action)) return {{event, payload, room.followers}};

    const bool isFirst = room.people.empty();
    if (action == "join") room.people.insert_or_assign(client, personId);
    if (action == "room-updated" || isFirst) setState(room, payload);
    Json state = room.state;
    state["playlist_id"] = playlist;
    state["people"] = peopleList(room);
    if (action == "room-updated")
        state["only_newcomer"] = payload.contains("only_newcomer") ? payload["only_newcomer"] : Json(false);
    Notice updated{named("room-updated"), std::move(state), room.followers};
    if (action == "join") return {peopleOf(playlist, room), std::move(updated)};
    return {std::move(updated)};
}

ReviewRooms::Notices ReviewRooms::leave(const std::string &playlist, const std::string &client)
{
    const auto found = m_rooms.find(playlist);
    if (found == m_rooms.end() || found->second.people.erase(client) == 0) return {};
    auto &room = found->second;
    if (room.people.empty()) room.state = Json::object();
    return {peopleOf(playlist, room)};
}

ReviewRooms::Notices ReviewRooms::leaveAll(const std::string &client)
{
    Notices notices;
    std::vector<std::string> followed;
    for (const auto &[playlist, room] : m_rooms)
        if (room.followers.contains(client)) followed.push_back(playlist);
    for (const auto &playlist : followed) {
        m_rooms.at(playlist).followers.erase(client);
        for (auto &notice : leave(playlist, client)) notices.push_back(std::move(notice));
        forgetWhenEmpty(playlist);
    }
    return notices;
}

void ReviewRooms::forgetWhenEmpty(const std::string &playlist)
{
    const auto found = m_rooms.find(playlist);
    if (found != m_rooms.end() && found->second.followers.empty()) m_rooms.erase(found);
}

Json ReviewRooms::peopleList(const Room &room)
{
    std::set<std::string> people;
    for (const auto &[client, person] : room.people) people.insert(person);
    return Json(people);
}

ReviewRooms::Notice ReviewRooms::peopleOf(const std::string &playlist, const Room &room)
{
    Json payload = Json::object();
    payload["people"] = peopleList(room);
    payload["playlist_id"] = playlist;
    payload["id"] = playlist;
    return {named("room-people-updated"), std::move(payload), room.followers};
}

void ReviewRooms::setState(Room &room, const Json &payload)
{
    for (const char *field : stateFields)
        if (const auto found = payload.find(field); found != payload.end()) room.state[field] = *found;
}

} // namespace callboard::server
