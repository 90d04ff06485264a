// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/Response.h"

namespace callboard::api {

namespace {

Response answer(int status, std::string contentType, std::variant<std::string, FileBody, StreamBody> body)
{
    Response response;
    response.status = status;
    response.contentType = std::move(contentType);
    response.body = std::move(body);
    return response;
}

} // namespace

Response json(const Json &value, int status)
{
    return jsonText(toText(value), status);
}

Response jsonText(std::string text, int status)
{
    return answer(status, "application/json", std::move(text));
}

Response stream(StreamBody write, int status)
{
    return answer(status, "application/json", std::move(write));
}

Response noContent()
{
    return answer(204, "application/json", std::string());
}

Response file(FileBody body, std::string contentType)
{
    return answer(200, std::move(contentType), std::move(body));
}

Response text(std::string content, std::string contentType, int status)
{
    return answer(status, std::move(contentType), std::move(content));
}

} // namespace callboard::api
