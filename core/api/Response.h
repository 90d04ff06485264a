// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as a plain value. A body is bytes, a file, or a stream that is written while the database
// is read (so a list of 35 MB never lies in memory).
#pragma once

#include "core/base/Json.h"
#include "core/api/JsonWriter.h"
#include "core/api/Request.h"

#include <filesystem>
#include <functional>
#include <string>
#include <variant>

namespace callboard::api {

/// A file below the studio's folder; server/ sends it in pieces and answers conditional and range
/// requests (RFC 9110) from `entityTag` and the file's time of change.
struct FileBody
{
    std::filesystem::path path;
    std::string downloadName;         // sent as attachment when not empty
    std::string entityTag;            // without quotes; empty: none
    std::int64_t maximumAge = 604800; // seconds that a private cache may keep it
};

/// Writes the body as JSON; runs on a request worker with the reading transaction open.
using StreamBody = std::function<void(JsonWriter &)>;

struct Response
{
    int status = 200;
    std::string contentType = "application/json";
    Headers headers;
    std::variant<std::string, FileBody, StreamBody> body;
};

/// A JSON answer.
Response json(const Json &value, int status = 200);
/// A JSON answer from text that is JSON already.
Response jsonText(std::string text, int status = 200);
/// A JSON answer written while it is read from the database. Only of reading operations.
Response stream(StreamBody write, int status = 200);
/// 204 without a body.
Response noContent();
/// A file; see FileBody.
Response file(FileBody body, std::string contentType);
/// Plain text or CSV.
Response text(std::string content, std::string contentType, int status = 200);

} // namespace callboard::api
