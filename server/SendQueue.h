// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an answer from the worker that made it to the network thread: a queue with one wake-up for
// all that has gathered, and the bound on what may wait for a slow client. Thread-safe.
#pragma once

#include "core/studio/Studio.h"
#include "server/FileDelivery.h"

#include <condition_variable>
#include <mutex>

namespace callboard::server {

/// How much of an answer waits for its client, shared by the worker that writes it and the network thread.
class Backlog
{
public:
    static constexpr std::size_t limit = 1 << 20; // bytes

    /// Called by the worker before it posts `bytes`; waits while too much waits already, for at most `patience`. False
    /// when it still does; then nothing was added. Throws std::runtime_error when the client is gone.
    bool add(std::size_t bytes, std::chrono::milliseconds patience);
    /// Called by the network thread: `bytes` have come over from the queue, `waiting` lie in the socket.
    void arrived(std::size_t bytes, std::size_t waiting);
    void setWaiting(std::size_t waiting);
    /// The client is gone.
    void cancel();
    bool isCancelled() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_posted = 0;
    std::size_t m_waiting = 0;
    bool m_isCancelled = false;
};

/// A piece of an answer for one connection.
struct Delivery
{
    std::uint64_t connection = 0;
    QByteArray head;
    QByteArray body;
    FilePart file;            // sent after head and body
    bool isLast = true;       // the answer ends with this
    bool closesAfter = false; // and with it the connection
    bool breaksOff = false;   // the answer is incomplete: cut the connection so that the client sees it
    /// No piece of an answer: whether the request with this number of the connection may go on arriving; 0: none.
    std::uint64_t admittedRequest = 0;
    Studio::Admission admission;
};

class SendQueue
{
public:
    /// `wake` is called, on any thread, when the first of a number of deliveries lies ready.
    explicit SendQueue(std::function<void()> wake);

    void post(Delivery &&delivery);
    std::vector<Delivery> takeAll();
    /// Nobody will take any more: what is posted from now on is dropped.
    void close();

private:
    std::mutex m_mutex;
    std::vector<Delivery> m_deliveries;
    std::function<void()> m_wake;
};

} // namespace callboard::server
