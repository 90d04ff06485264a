// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/qthttpserver/Servers.h"

#include "server/HttpServer.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace callboard::bench {

namespace {

/// Answers at once and lets everybody in: the server alone is measured.
class SmallBackend final : public server::Backend
{
public:
    void handle(api::Request &&request, std::shared_ptr<Studio::Answer> answer) override
    {
        if (request.verb == api::Verb::Post)
            answer->begin(api::jsonText(std::to_string(request.files.empty() ? 0 : request.files.front().size())));
        else
            answer->begin(api::jsonText(R"({"name": "small"})"));
    }
    void askAdmission(api::Request &&, std::function<void(Studio::Admission &&)> told) override
    {
        told({std::nullopt, "somebody"});
    }
    const std::filesystem::path &uploadFolder() const override { return m_folder; }
    std::optional<Listener> listenerOf(const api::Request &) override { return std::nullopt; }
    std::shared_ptr<void> arrive(const std::string &) override { return nullptr; }
    int subscribe(Studio::Subscriber) override { return 1; }
    void unsubscribe(int) override {}
    bool mayHear(const Listener &, const api::Event &) const override { return false; }

private:
    QTemporaryDir m_directory;
    const std::filesystem::path m_folder = m_directory.path().toStdString();
};

} // namespace

int runOwnServer()
{
    server::HttpServer server(std::make_unique<SmallBackend>(), {});
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace callboard::bench
