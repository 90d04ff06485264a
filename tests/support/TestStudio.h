// SPDX-License-Identifier: GPL-3.0-or-later
// A studio in a temporary folder with one administrator, and short words to talk to it in tests.
#pragma once

#include "core/demo/DemoFiles.h"
#include "core/studio/Studio.h"
#include "tests/support/TestPostgres.h"

#include <QTemporaryDir>

#include <string>

namespace callboard::tests {

class TestStudio
{
public:
    struct Answer
    {
        int status = 0;
        Json body;
        std::string text;
    };

    TestStudio()
        : TestStudio(StudioOptions())
    {}
    /// With a folder that outlasts it, when the options name one.
    explicit TestStudio(StudioOptions wanted)
        : m_studio(completed(std::move(wanted), m_folder.path().toStdString()))
    {
        m_studio.setAdministrator("admin@example.com", "mysecretpassword");
    }

    /// Options of a studio that can be opened again and again: its folder, and its database on PostgreSQL too.
    static StudioOptions keptIn(const std::string &folder)
    {
        StudioOptions options;
        options.folder = folder;
        if (TestPostgres::isAsked()) options.postgresUrl = TestPostgres::newDatabase();
        return options;
    }

    Studio &studio() { return m_studio; }
    std::string folder() const { return m_studio.options().folder.string(); }
    /// A connection of its own to the studio's database, whichever it is.
    std::unique_ptr<store::Connection> openDatabase()
    {
        const std::string &url = m_studio.options().postgresUrl;
        return url.empty() ? store::openSqlite(folder() + "/database/studio.db", false) : store::openPostgres(url);
    }

    /// Signs in and returns the access token; empty when refused.
    std::string signIn(const std::string &email = "admin@example.com", const std::string &password = "mysecretpassword")
    {
        return send(api::Verb::Post, "/auth/login", {{"email", email}, {"password", password}})
            .body.value("access_token", "");
    }

    /// Sends a request; a null `body` sends none. The token of the administrator is used unless one is given.
    Answer send(api::Verb verb, const std::string &target, const Json &body = nullptr,
        const std::optional<std::string> &token = std::nullopt)
    {
        api::Request request;
        request.verb = verb;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string::npos)
            request.query = api::Parameters::fromUrlEncoded(std::string_view(target).substr(question + 1));
        if (!body.is_null()) {
            request.headers.set("Content-Type", "application/json");
            request.body = toText(body);
        }
        if (token)
            request.headers.set("Authorization", "Bearer " + *token);
        else if (target != "/auth/login")
            request.headers.set("Authorization", "Bearer " + adminToken());
        auto response = m_studio.handleNow(std::move(request));
        Answer answer;
        answer.status = response.status;
        if (const auto *text = std::get_if<std::string>(&response.body)) answer.text = *text;
        answer.body = Json::parse(answer.text, nullptr, false);
        return answer;
    }
    Answer get(const std::string &target, const std::optional<std::string> &token = std::nullopt)
    {
        return send(api::Verb::Get, target, nullptr, token);
    }
    Answer post(const std::string &target, const Json &body, const std::optional<std::string> &token = std::nullopt)
    {
        return send(api::Verb::Post, target, body, token);
    }
    Answer put(const std::string &target, const Json &body, const std::optional<std::string> &token = std::nullopt)
    {
        return send(api::Verb::Put, target, body, token);
    }
    Answer remove(const std::string &target, const std::optional<std::string> &token = std::nullopt)
    {
        return send(api::Verb::Delete, target, nullptr, token);
    }

private:
    static StudioOptions completed(StudioOptions options, const std::string &folder)
    {
        if (options.folder.empty()) options.folder = folder;
        options.workers = 2;
        options.jobKinds = demo::jobKinds();
        if (TestPostgres::isAsked() && options.postgresUrl.empty()) options.postgresUrl = TestPostgres::newDatabase();
        return options;
    }
    const std::string &adminToken()
    {
        if (m_adminToken.empty()) m_adminToken = signIn();
        return m_adminToken;
    }

    QTemporaryDir m_folder;
    Studio m_studio;
    std::string m_adminToken;
};

} // namespace callboard::tests
