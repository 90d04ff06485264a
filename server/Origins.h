// SPDX-License-Identifier: GPL-3.0-or-later
// Which web page a request comes from, and whether the cookies that the browser sends along may count.
#pragma once

#include "core/api/Request.h"

namespace callboard::server {

/// A page of this server itself, or of one of the origins that the administrator has named.
bool isOwnOrAllowed(
    std::string_view origin, const api::Headers &headers, const std::vector<std::string> &allowedOrigins);

/// A browser sends our cookie along with whatever any page asks of us: it counts only for pages of this server and
/// of the allowed origins. Takes the cookies out of requests of other pages, which can still show a token.
void dropForeignCookies(api::Request &request, const std::vector<std::string> &allowedOrigins);

} // namespace callboard::server
