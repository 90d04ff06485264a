// SPDX-License-Identifier: GPL-3.0-or-later
// What a client showed with a request, kept to ask later, or on another thread, who it is.
#pragma once

#include "core/api/Request.h"

namespace callboard::server {

struct Credentials
{
    api::Headers headers; // cookies and Authorization among them
    std::string remoteAddress;

    api::Request asRequest(std::string path) const
    {
        api::Request request;
        request.path = std::move(path);
        request.headers = headers;
        request.remoteAddress = remoteAddress;
        return request;
    }
};

} // namespace callboard::server
