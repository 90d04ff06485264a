// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/api/HttpClient.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard::bench {

HttpClient::HttpClient(int port)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) return;
    ::close(m_socket);
    throw std::runtime_error("Nobody listens at port " + std::to_string(port) + ".");
}

HttpClient::~HttpClient()
{
    ::close(m_socket);
}

HttpAnswer HttpClient::get(const std::string &path, const std::string &token)
{
    return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
}

HttpAnswer HttpClient::post(const std::string &path, const std::string &json, const std::string &token)
{
    const std::string identity = token.empty() ? std::string() : "Authorization: Bearer " + token + "\r\n";
    return exchange("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + identity
        + "Content-Length: " + std::to_string(json.size()) + "\r\n\r\n" + json);
}

HttpAnswer HttpClient::exchange(const std::string &request)
{
    std::size_t sent = 0;
    while (sent < request.size()) {
        const auto count = ::send(m_socket, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) throw std::runtime_error("The server closed the connection.");
        sent += static_cast<std::size_t>(count);
    }
    HttpAnswer answer;
    answer.status = std::stoi(readLine().substr(9, 3));
    std::uint64_t length = 0;
    bool isChunked = false;
    for (std::string line = readLine(); !line.empty(); line = readLine()) {
        std::transform(line.begin(), line.end(), line.begin(), [](unsigned char c) { return std::tolower(c); });
        if (line.starts_with("content-length:")) length = std::stoull(line.substr(15));
        isChunked = isChunked || (line.starts_with("transfer-encoding:") && line.find("chunked") != std::string::npos);
    }
    if (!isChunked) {
        readBody(answer, length);
        return answer;
    }
    for (;;) {
        const auto size = std::stoull(readLine(), nullptr, 16);
        readBody(answer, size);
        readLine();
        if (size == 0) return answer;
    }
}

std::string HttpClient::readLine()
{
    for (;;) {
        const auto end = m_buffer.find("\r\n", m_position);
        if (end != std::string::npos) {
            std::string line = m_buffer.substr(m_position, end - m_position);
            m_position = end + 2;
            return line;
        }
        fill();
    }
}

void HttpClient::readBody(HttpAnswer &answer, std::uint64_t length)
{
    constexpr std::size_t keptBytes = 64 * 1024;
    answer.size += length;
    while (length > 0) {
        if (m_position == m_buffer.size()) fill();
        const auto count = std::min<std::uint64_t>(length, m_buffer.size() - m_position);
        if (answer.body.size() < keptBytes) answer.body.append(m_buffer, m_position, static_cast<std::size_t>(count));
        m_position += static_cast<std::size_t>(count);
        length -= count;
    }
}

void HttpClient::fill()
{
    m_buffer.erase(0, m_position);
    m_position = 0;
    char bytes[65536];
    const auto count = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count <= 0) throw std::runtime_error("The server closed the connection.");
    m_buffer.append(bytes, static_cast<std::size_t>(count));
}

} // namespace callboard::bench
