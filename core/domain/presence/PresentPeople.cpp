// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/presence/PresentPeople.h"

namespace callboard::presence {

std::shared_ptr<void> PresentPeople::arrive(const std::string &personId)
{
    {
        const std::lock_guard lock(m_lock);
        if (++m_connections[personId] == 1 && m_changed) m_changed();
    }
    return {this, [self = shared_from_this(), personId](void *) { self->leave(personId); }};
}

void PresentPeople::leave(const std::string &personId)
{
    const std::lock_guard lock(m_lock);
    const auto found = m_connections.find(personId);
    if (found == m_connections.end() || --found->second > 0) return;
    m_connections.erase(found);
    if (m_changed) m_changed();
}

std::set<std::string> PresentPeople::ids() const
{
    const std::lock_guard lock(m_lock);
    std::set<std::string> ids;
    for (const auto &[id, connections] : m_connections) ids.insert(id);
    return ids;
}

void PresentPeople::close()
{
    const std::lock_guard lock(m_lock);
    m_changed = nullptr;
}

} // namespace callboard::presence
