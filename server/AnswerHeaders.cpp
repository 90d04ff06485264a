// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/AnswerHeaders.h"

#include "server/HeaderText.h"

namespace callboard::server {

namespace {

void addWhenMissing(api::Headers &headers, const char *name, const char *value)
{
    if (!headers.find(name)) headers.add(name, value);
}

/// What browsers show without running anything of it.
bool isShown(std::string_view type)
{
    return type != "image/svg+xml"
        && (type.starts_with("image/") || type.starts_with("video/") || type.starts_with("audio/")
            || type.starts_with("model/") || type == "text/plain");
}

bool isRun(std::string_view type)
{
    return type == "image/svg+xml" || type == "text/css" || type.find("html") != std::string_view::npos
        || type.find("script") != std::string_view::npos || type.ends_with("xml")
        || type.find("wasm") != std::string_view::npos;
}

} // namespace

void addProtection(api::Response &response, bool isSecure)
{
    auto &headers = response.headers;
    // With a validator a client may keep what it has, and asks each time whether that still holds.
    addWhenMissing(headers, "Cache-Control", headers.find("ETag") ? "private, no-cache" : "no-store");
    // Browsers must not take a text file for a page of ours.
    addWhenMissing(headers, "X-Content-Type-Options", "nosniff");
    addWhenMissing(headers, "X-Frame-Options", "SAMEORIGIN");
    addWhenMissing(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'");
    addWhenMissing(headers, "Referrer-Policy", "no-referrer");
    if (isSecure) addWhenMissing(headers, "Strict-Transport-Security", "max-age=31536000");
}

void disarmFile(api::Response &response)
{
    const auto type = mainValue(response.contentType);
    if (isRun(type)) response.contentType = "application/octet-stream";
    if (isShown(type)) {
        // The page that a browser makes around a picture or a movie needs as much.
        addWhenMissing(response.headers, "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        return;
    }
    addWhenMissing(response.headers, "Content-Disposition", "attachment");
    addWhenMissing(response.headers, "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
}

} // namespace callboard::server
