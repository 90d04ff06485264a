// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StudioClient.h"

namespace callboard::demo {

using api::Request;
using api::Verb;

StudioClient::StudioClient(Studio &studio, const std::string &email, const std::string &password)
    : m_studio(studio)
{
    m_token = sendJson(Verb::Post, "/auth/login", {{"email", email}, {"password", password}}).at("access_token");
}

Json StudioClient::get(const std::string &path)
{
    return sendJson(Verb::Get, path, nullptr);
}

Json StudioClient::post(const std::string &path, const Json &body)
{
    return sendJson(Verb::Post, path, body);
}

Json StudioClient::put(const std::string &path, const Json &body)
{
    return sendJson(Verb::Put, path, body);
}

void StudioClient::remove(const std::string &path)
{
    Request request;
    request.verb = Verb::Delete;
    request.path = path;
    request.query.add("force", "true");
    send(std::move(request));
}

Json StudioClient::sendJson(Verb verb, const std::string &path, const Json &body)
{
    Request request;
    request.verb = verb;
    request.path = path;
    if (!body.is_null()) {
        request.headers.set("Content-Type", "application/json");
        request.body = toText(body);
    }
    return send(std::move(request));
}

Json StudioClient::send(Request &&request)
{
    const std::string what = std::string(nameOf(request.verb)) + " " + request.path;
    if (!m_token.empty()) request.headers.set("Authorization", "Bearer " + m_token);
    const auto response = m_studio.handleNow(std::move(request));
    const auto *text = std::get_if<std::string>(&response.body);
    if (response.status >= 400) throw Refused(what + ": " + (text ? *text : std::to_string(response.status)));
    return text && !text->empty() ? Json::parse(*text) : Json();
}

} // namespace callboard::demo
