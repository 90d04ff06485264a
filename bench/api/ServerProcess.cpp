// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/api/ServerProcess.h"

#include "bench/api/HttpClient.h"
#include "core/base/Json.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <arpa/inet.h>
#include <fstream>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace callboard::bench {

namespace {

int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(probe, reinterpret_cast<const sockaddr *>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(probe);
    return ntohs(address.sin_port);
}

} // namespace

ServerProcess::ServerProcess(const std::string &folder)
    : m_port(freePort())
{
    QElapsedTimer clock;
    clock.start();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/callboard-server"),
        {QStringLiteral("--data"), QString::fromStdString(folder), QStringLiteral("--port"), QString::number(m_port),
            QStringLiteral("--administrator"), QStringLiteral("admin@example.com")});
    m_process.write("mysecretpassword\n");
    m_process.closeWriteChannel();
    m_process.waitForBytesWritten();
    while (clock.elapsed() < 60'000) {
        try {
            HttpClient client(m_port);
            if (client.get("/", "").status != 200) throw std::runtime_error("The server answers oddly.");
            m_startSeconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
            return;
        } catch (const std::runtime_error &) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2)); // Not listening yet.
        }
    }
    throw std::runtime_error("callboard-server does not answer.");
}

ServerProcess::~ServerProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) m_process.kill();
    m_process.waitForFinished();
}

std::string ServerProcess::signIn() const
{
    HttpClient client(m_port);
    const auto answer =
        client.post("/auth/login", R"({"email": "admin@example.com", "password": "mysecretpassword"})", "");
    return Json::parse(answer.body).at("access_token");
}

double ServerProcess::status(const std::string &field) const
{
    std::ifstream file("/proc/" + std::to_string(m_process.processId()) + "/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(field)) return std::stod(line.substr(field.size())) / 1024;
    return 0;
}

} // namespace callboard::bench
