// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of clients as text, and as what bounds are counted by.
#pragma once

#include "core/api/Request.h"

class QHostAddress;

namespace callboard::server {

/// `192.0.2.1` also of ::ffff:192.0.2.1.
std::string textOf(const QHostAddress &address);
/// What one machine can have many of counts as one: the first half of an address of IPv6.
std::string keyOf(const QHostAddress &address);
/// The client behind proxies that are trusted: the last address of X-Forwarded-For that is none of them.
/// `remoteAddress` itself when that is no trusted proxy, or tells nothing sensible.
std::string clientBehind(
    const std::vector<std::string> &trustedProxies, const std::string &remoteAddress, const api::Headers &headers);

} // namespace callboard::server
