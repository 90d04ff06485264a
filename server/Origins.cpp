// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Origins.h"

#include "server/HeaderText.h"

#include <algorithm>

namespace callboard::server {

namespace {

/// `https://host:port` of an address of a page.
std::string_view originOf(std::string_view address)
{
    const auto scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    return address.substr(0, address.find('/', scheme + 3));
}

/// The page that asks, as far as the browser says it; nothing for scripts, and for what a person typed.
std::optional<std::string_view> askingOrigin(const api::Headers &headers)
{
    if (const auto origin = headers.find("Origin")) return origin;
    // Links and pictures come without Origin. Browsers say that another site, or another host of this one, asks.
    const auto site = headers.find("Sec-Fetch-Site").value_or("");
    if (site != "cross-site" && site != "same-site") return std::nullopt;
    return originOf(headers.find("Referer").value_or(""));
}

} // namespace

bool isOwnOrAllowed(
    std::string_view origin, const api::Headers &headers, const std::vector<std::string> &allowedOrigins)
{
    const auto scheme = origin.find("://");
    if (scheme == std::string_view::npos) return false;
    // A proxy before us may speak TLS, so that the scheme tells nothing.
    return equalsIgnoringCase(origin.substr(scheme + 3), headers.find("Host").value_or(""))
        || std::find(allowedOrigins.begin(), allowedOrigins.end(), origin) != allowedOrigins.end();
}

void dropForeignCookies(api::Request &request, const std::vector<std::string> &allowedOrigins)
{
    if (!request.headers.find("Cookie")) return;
    const auto origin = askingOrigin(request.headers);
    if (origin && !isOwnOrAllowed(*origin, request.headers, allowedOrigins)) request.headers.set("Cookie", "");
}

} // namespace callboard::server
