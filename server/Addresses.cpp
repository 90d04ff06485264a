// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Addresses.h"

#include "server/HeaderText.h"

#include <QHostAddress>

#include <algorithm>

namespace callboard::server {

namespace {

/// Of ::ffff:192.0.2.1 the address that is meant.
QHostAddress plain(const QHostAddress &address)
{
    bool isIpv4 = false;
    const auto number = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(number) : address;
}

} // namespace

std::string textOf(const QHostAddress &address)
{
    return plain(address).toString().toStdString();
}

std::string keyOf(const QHostAddress &address)
{
    const auto meant = plain(address);
    if (meant.protocol() != QAbstractSocket::IPv6Protocol) return meant.toString().toStdString();
    auto bytes = meant.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString().toStdString();
}

std::string clientBehind(
    const std::vector<std::string> &trustedProxies, const std::string &remoteAddress, const api::Headers &headers)
{
    const auto isTrusted = [&](const std::string &address) {
        return std::find(trustedProxies.begin(), trustedProxies.end(), address) != trustedProxies.end();
    };
    std::string client = remoteAddress;
    // Proxies append: what stands before the last that is trusted anybody may have written.
    auto list = headers.find("X-Forwarded-For").value_or("");
    while (isTrusted(client) && !list.empty()) {
        const auto comma = list.rfind(',');
        const auto last = trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1));
        list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
        const QHostAddress address(QString::fromUtf8(last.data(), static_cast<qsizetype>(last.size())));
        if (address.isNull()) return client;
        client = textOf(address);
    }
    return client;
}

} // namespace callboard::server
