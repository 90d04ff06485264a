// SPDX-License-Identifier: GPL-3.0-or-later
// The rooms in which several people review a playlist at the same time: who follows, who takes part, what is
// shown. Plain state in memory; says what must be told to whom and knows no sockets.
#pragma once

#include "core/base/Json.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace callboard::server {

class ReviewRooms
{
public:
    /// An event for everybody who follows the room.
    struct Notice
    {
        std::string name;
        Json payload;
        std::set<std::string> clients;
    };
    using Notices = std::vector<Notice>;

    /// True for the events that these rooms take.
    static bool takes(std::string_view event);

    /// A client (its session's identifier) that may read the playlist sends an event.
    Notices take(const std::string &client, const std::string &personId, const std::string &event, const Json &payload);
    /// The client's connection has ended.
    Notices leaveAll(const std::string &client);

private:
    struct Room
    {
        std::set<std::string> followers;
        std::map<std::string, std::string> people; // client → person; one may sit at two machines
        Json state = Json::object();
    };

    Notices leave(const std::string &playlist, const std::string &client);
    static Notice peopleOf(const std::string &playlist, const Room &room);
    static Json peopleList(const Room &room);
    static void setState(Room &room, const Json &payload);
    void forgetWhenEmpty(const std::string &playlist);

    std::map<std::string, Room> m_rooms; // by playlist
};

} // namespace callboard::server
