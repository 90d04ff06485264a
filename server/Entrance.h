// SPDX-License-Identifier: GPL-3.0-or-later
// Where connections come in: listens, plainly or with TLS, and bounds how many there are, in all and of one address.
// Lives on the network thread.
#pragma once

#include "server/ServerOptions.h"

#include <QTcpServer>

#include <functional>
#include <memory>
#include <unordered_map>

namespace callboard::server {

class Entrance : public QObject
{
    Q_OBJECT

public:
    /// Ends a connection that nobody misses, of the address with that key or, when it is empty, of any. False when
    /// there is none.
    using MakeRoom = std::function<bool(const std::string &addressKey)>;

    Entrance(const ServerOptions &options, MakeRoom makeRoom);
    ~Entrance() override;

    /// Begins to listen. Throws std::runtime_error with a sentence for the user.
    void open();
    void close();
    std::uint16_t port() const;

Q_SIGNALS:
    /// A socket, with its handshake of TLS done. Belongs to the receiver.
    void arrived(QTcpSocket *socket);

private:
    template<typename Server>
    class Asking;
    class Place;

    std::unique_ptr<QTcpServer> makeServer();
    bool mayEnter(qintptr descriptor);
    void count(QTcpSocket *socket);
    void takeArrived();

    const ServerOptions &m_options;
    MakeRoom m_makeRoom;
    std::unordered_map<std::string, std::size_t> m_counts; // by key of the address
    std::size_t m_total = 0;
    std::unique_ptr<QTcpServer> m_server; // goes before the counts
};

} // namespace callboard::server
