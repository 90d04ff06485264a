// SPDX-License-Identifier: GPL-3.0-or-later
// callboard-server as a child process on a studio's folder; ended with this value.
#pragma once

#include <QProcess>
#include <string>

namespace callboard::bench {

class ServerProcess
{
public:
    /// Starts it and waits until it answers. Throws std::runtime_error after 60 s.
    explicit ServerProcess(const std::string &folder);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    int port() const { return m_port; }
    /// From the start of the process to its first answer.
    double startSeconds() const { return m_startSeconds; }
    /// Memory that is its own at present, and the most it ever was: MiB, without what it maps of files.
    double memory() const { return status("RssAnon:"); }
    double residentMemory() const { return status("VmRSS:"); }
    /// An administrator's token.
    std::string signIn() const;

private:
    double status(const std::string &field) const;

    QProcess m_process;
    int m_port = 0;
    double m_startSeconds = 0;
};

} // namespace callboard::bench
