// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server of a studio, on a network thread of its own. Used from one thread (that which made it).
#pragma once

#include "server/Backend.h"
#include "server/ServerOptions.h"

namespace callboard::server {

class HttpServer
{
public:
    /// Listens when it returns. Throws std::runtime_error with a sentence for the user when the port is
    /// taken or the certificate cannot be used. The backend's studio must outlive the server.
    HttpServer(std::unique_ptr<Backend> backend, ServerOptions options);
    /// Stops, with patience for two seconds.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// The port it listens on.
    std::uint16_t port() const;
    /// Where it listens, as one types it into a browser.
    std::string url() const;

    /// Accepts no more, lets the running requests end for at most `patience`, closes every connection.
    void stop(std::chrono::milliseconds patience);

private:
    class NetworkThread;

    const std::unique_ptr<Backend> m_backend;
    const ServerOptions m_options;
    std::unique_ptr<NetworkThread> m_thread;
};

} // namespace callboard::server
