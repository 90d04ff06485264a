// SPDX-License-Identifier: GPL-3.0-or-later
// Where the server listens and what it grants a client.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace callboard::server {

struct ServerLimits
{
    std::size_t headerBytes = 64 * 1024;             // request line and header fields: 431 above
    std::uint64_t bodyBytes = 64ull << 20;           // bodies kept in memory (JSON, forms): 413 above
    std::uint64_t uploadBytes = 64ull << 30;         // multipart bodies, kept on disk: 413 above
    std::uint64_t strangerBytes = 16 * 1024;         // of a body, before the studio has said that it may arrive
    std::uint64_t allBodyBytes = 256ull << 20;       // of all bodies in memory together: 503 above
    std::size_t uploadsOfPerson = 16;                // that arrive at once: 429 above
    std::uint64_t diskReserve = 1ull << 30;          // bytes of the studio's volume that uploads leave free: 507 above
    std::size_t connections = 4096;                  // beyond, an idle one goes, or the new one
    std::size_t connectionsOfAddress = 1024;         // the same for each address; trusted proxies have no such bound
    std::chrono::milliseconds handshakeTime{15'000}; // of TLS
    std::chrono::milliseconds headTime{15'000};      // from the first byte of a request to the end of its head
    std::chrono::milliseconds stallTime{30'000};     // without any progress of a body or an answer
    double lowestRate = 256;                         // bytes per second of a body, after twice the stall time
    double lowestStreamRate = 8192;                  // the same of a streamed answer that still occupies a worker
    std::chrono::milliseconds idleTime{75'000};      // between two requests
    std::chrono::milliseconds drainTime{5'000};      // reading on after a refused body, so that the client sees why
};

struct EngineLimits
{
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    std::size_t payloadBytes = 1'000'000; // of one message or one polling request
    std::size_t backlogBytes = 1 << 20;   // waiting for one client; above it is dropped
    std::size_t sessions = 4096;
    std::size_t strangers = 1024;               // sessions that have not shown a token yet
    std::size_t strangersOfAddress = 64;        // beyond, the oldest of them goes
    std::chrono::milliseconds joinTime{15'000}; // to show it
};

struct ServerOptions
{
    std::string address = "127.0.0.1";       // an address of this machine; "0.0.0.0" or "::" for all of them
    std::uint16_t port = 0;                  // 0: any free one, see HttpServer::port()
    std::string certificateFile;             // PEM, with its chain; empty: plain HTTP
    std::string keyFile;                     // PEM, without a password
    std::vector<std::string> allowedOrigins; // "https://tools.example.com"
    std::vector<std::string> trustedProxies; // addresses whose X-Forwarded-For is believed
    ServerLimits limits;
    EngineLimits engine;
};

} // namespace callboard::server
