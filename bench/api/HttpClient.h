// SPDX-License-Identifier: GPL-3.0-or-later
// One kept-alive connection that sends a request and waits for its whole answer. One thread at a time.
#pragma once

#include <cstdint>
#include <string>

namespace callboard::bench {

struct HttpAnswer
{
    int status = 0;
    std::uint64_t size = 0; // bytes of the body
    std::string body;       // only of answers below 64 KiB
};

class HttpClient
{
public:
    /// Throws std::runtime_error when nobody answers at this port of 127.0.0.1.
    explicit HttpClient(int port);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    HttpAnswer get(const std::string &path, const std::string &token);
    HttpAnswer post(const std::string &path, const std::string &json, const std::string &token);

private:
    HttpAnswer exchange(const std::string &request);
    std::string readLine();
    void readBody(HttpAnswer &answer, std::uint64_t length);
    void fill();

    int m_socket = -1;
    std::string m_buffer;
    std::size_t m_position = 0;
};

} // namespace callboard::bench
