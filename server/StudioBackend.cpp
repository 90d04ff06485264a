// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Backend.h"

namespace callboard::server {

namespace {

class StudioBackend final : public Backend
{
public:
    explicit StudioBackend(Studio &studio)
        : m_studio(studio)
    {}

    void handle(api::Request &&request, std::shared_ptr<Studio::Answer> answer) override
    {
        m_studio.handle(std::move(request), std::move(answer));
    }
    void askAdmission(api::Request &&head, std::function<void(Studio::Admission &&)> told) override
    {
        m_studio.askAdmission(std::move(head), std::move(told));
    }
    const std::filesystem::path &uploadFolder() const override { return m_studio.uploadFolder(); }
    std::optional<Listener> listenerOf(const api::Request &request) override { return m_studio.listenerOf(request); }
    std::shared_ptr<void> arrive(const std::string &personId) override { return m_studio.arrive(personId); }
    int subscribe(Studio::Subscriber subscriber) override { return m_studio.subscribe(std::move(subscriber)); }
    void unsubscribe(int number) override { m_studio.unsubscribe(number); }
    bool mayHear(const Listener &listener, const api::Event &event) const override
    {
        return Studio::mayHear(listener, event);
    }

private:
    Studio &m_studio;
};

} // namespace

std::unique_ptr<Backend> backendOf(Studio &studio)
{
    return std::make_unique<StudioBackend>(studio);
}

} // namespace callboard::server
