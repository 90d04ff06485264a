// SPDX-License-Identifier: GPL-3.0-or-later
// People of a test studio by their roles, who sign in and send files.
#pragma once

#include "tests/support/TestStudio.h"

#include <fstream>
#include <map>

namespace callboard::tests {

class TestPeople
{
public:
    explicit TestPeople(TestStudio &studio)
        : m_studio(studio)
    {}

    /// A person of that role, named by it, in the team of `project` unless that is empty. The identifier.
    std::string add(const std::string &role, const std::string &project, const std::string &lastName = "Example")
    {
        const std::string address = role + '.' + lastName + "@example.com";
        const auto id = m_studio
                            .post("/data/persons",
                                {{"first_name", role}, {"last_name", lastName}, {"email", address},
                                    {"password", "mysecretpassword"}, {"role", role}})
                            .body.value("id", "");
        if (!project.empty()) m_studio.post("/data/projects/" + project + "/team", {{"person_id", id}});
        m_addresses[id] = address;
        return id;
    }
    /// The token of somebody who was added.
    const std::string &token(const std::string &id)
    {
        auto &token = m_tokens[id];
        if (token.empty()) token = m_studio.signIn(m_addresses[id], "mysecretpassword");
        return token;
    }

private:
    TestStudio &m_studio;
    std::map<std::string, std::string> m_addresses;
    std::map<std::string, std::string> m_tokens;
};

/// Sends a file as "file", with fields beside it.
inline TestStudio::Answer upload(TestStudio &studio, const std::string &target, const std::string &fileName,
    const std::string &bytes, const std::map<std::string, std::string> &form = {})
{
    // Of its own each time: the request before this one may still be giving its file back.
    static int arrived = 0;
    const auto path = studio.studio().uploadFolder() / (std::to_string(++arrived) + '-' + fileName);
    std::ofstream(path, std::ios::binary) << bytes;
    api::Request request;
    request.verb = api::Verb::Post;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string::npos)
        request.query = api::Parameters::fromUrlEncoded(std::string_view(target).substr(question + 1));
    request.headers.set("Authorization", "Bearer " + studio.signIn());
    for (const auto &[name, value] : form) request.form.add(name, value);
    request.files.emplace_back("file", fileName, "application/octet-stream", path, bytes.size());
    const auto response = studio.studio().handleNow(std::move(request));
    TestStudio::Answer answer;
    answer.status = response.status;
    if (const auto *text = std::get_if<std::string>(&response.body)) answer.text = *text;
    answer.body = Json::parse(answer.text, nullptr, false);
    return answer;
}

} // namespace callboard::tests
