// SPDX-License-Identifier: GPL-3.0-or-later
// Who is connected to the studio's events now: Socket.IO clients and windows of this process. Of this process alone:
// servers that share a database know their own clients each. Thread-safe.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace callboard::presence {

class PresentPeople : public std::enable_shared_from_this<PresentPeople>
{
public:
    /// `changed` is called when a person comes with a first connection or goes with the last, on the thread that
    /// caused it. It must be quick and not call back.
    explicit PresentPeople(std::function<void()> changed)
        : m_changed(std::move(changed))
    {}

    /// That person is connected for as long as the handle lives. Handles may outlive the studio.
    [[nodiscard]] std::shared_ptr<void> arrive(const std::string &personId);
    std::set<std::string> ids() const;
    /// From now on nothing is told.
    void close();

private:
    void leave(const std::string &personId);

    mutable std::mutex m_lock;
    std::function<void()> m_changed;
    std::map<std::string, int> m_connections; // by person
};

} // namespace callboard::presence
