// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/Packets.h"

#include "core/api/ClientJson.h"
#include "core/api/Error.h"

#include <charconv>

namespace callboard::server {

std::vector<std::string_view> packetsOf(std::string_view payload)
{
    std::vector<std::string_view> packets;
    while (!payload.empty()) {
        const auto end = std::min(payload.find(packetSeparator), payload.size());
        if (end > 0) packets.push_back(payload.substr(0, end));
        payload.remove_prefix(std::min(end + 1, payload.size()));
    }
    return packets;
}

std::string SocketPacket::toMessage() const
{
    std::string text{static_cast<char>(EnginePacket::Message), static_cast<char>(type)};
    if (nameSpace != "/") text += nameSpace + ',';
    if (acknowledgement) text += std::to_string(*acknowledgement);
    if (!content.is_null()) text += toText(content);
    return text;
}

std::optional<SocketPacket> SocketPacket::parsed(std::string_view text)
{
    if (text.empty() || text.front() < '0' || text.front() > '4') return std::nullopt;
    SocketPacket packet;
    packet.type = static_cast<Type>(text.front());
    text.remove_prefix(1);
    if (text.starts_with('/')) {
        const auto end = std::min(text.find(','), text.size());
        // A query may follow the name; nothing is read from it.
        packet.nameSpace = text.substr(0, std::min(end, text.find('?')));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        std::int64_t number = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc()) return std::nullopt;
        packet.acknowledgement = number;
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    }
    if (!text.empty()) {
        try {
            packet.content = api::parseClientJson(text);
        } catch (const api::Error &) {
            return std::nullopt; // It would harm further in.
        }
        if (packet.content.is_discarded()) return std::nullopt;
    }
    return packet;
}

} // namespace callboard::server
