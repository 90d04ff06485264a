// SPDX-License-Identifier: GPL-3.0-or-later
// The two layers of packets of a Socket.IO client: Engine.IO 4 (one character, then the content) and, in its
// messages, Socket.IO 5. Text alone: none of our events carries binary attachments.
#pragma once

#include "core/base/Json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::server {

enum class EnginePacket : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6'
};

/// The packets of one polling request or answer are parted by U+001E.
inline constexpr char packetSeparator = '\x1e';
std::vector<std::string_view> packetsOf(std::string_view payload);

struct SocketPacket
{
    enum class Type : char { Connect = '0', Disconnect = '1', Event = '2', Ack = '3', ConnectError = '4' };

    Type type = Type::Event;
    std::string nameSpace = "/";
    std::optional<std::int64_t> acknowledgement; // the number that an answer must carry
    Json content;                                // null when there is none

    /// The packet within an Engine.IO message, with its leading '4'.
    std::string toMessage() const;
    /// Nothing when it is malformed or of a binary type.
    static std::optional<SocketPacket> parsed(std::string_view text);
};

} // namespace callboard::server
