// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/SendQueue.h"

namespace callboard::server {

bool Backlog::add(std::size_t bytes, std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    // A piece larger than the limit goes when nothing else waits.
    const bool hasRoom = m_changed.wait_for(lock, patience,
        [&] { return m_isCancelled || m_posted + m_waiting == 0 || m_posted + m_waiting + bytes <= limit; });
    if (m_isCancelled) throw std::runtime_error("The client is gone.");
    if (hasRoom) m_posted += bytes;
    return hasRoom;
}

void Backlog::arrived(std::size_t bytes, std::size_t waiting)
{
    const std::lock_guard lock(m_mutex);
    m_posted -= std::min(bytes, m_posted);
    m_waiting = waiting;
    m_changed.notify_all();
}

void Backlog::setWaiting(std::size_t waiting)
{
    arrived(0, waiting);
}

void Backlog::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_isCancelled = true;
    m_changed.notify_all();
}

bool Backlog::isCancelled() const
{
    const std::lock_guard lock(m_mutex);
    return m_isCancelled;
}

SendQueue::SendQueue(std::function<void()> wake)
    : m_wake(std::move(wake))
{}

void SendQueue::post(Delivery &&delivery)
{
    const std::lock_guard lock(m_mutex);
    if (!m_wake) return;
    m_deliveries.push_back(std::move(delivery));
    // Within the lock, so that close() waits for it: afterwards the receiver may go.
    if (m_deliveries.size() == 1) m_wake();
}

std::vector<Delivery> SendQueue::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_deliveries, {});
}

void SendQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_wake = nullptr;
    m_deliveries.clear();
}

} // namespace callboard::server
