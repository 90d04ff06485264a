// SPDX-License-Identifier: GPL-3.0-or-later
// Accepts connections and keeps them; brings requests to where they are carried out and answers back.
// Lives on the network thread.
#pragma once

#include "server/Backend.h"
#include "server/Connection.h"
#include "server/socketio/EventNamespace.h"

#include <QSslConfiguration>
#include <QTcpServer>

namespace callboard::server {

class Reception : public QTcpServer, private Connection::Owner
{
    Q_OBJECT

public:
    Reception(Backend &backend, const ServerOptions &options);
    ~Reception() override;

    /// Begins to listen. Throws std::runtime_error with a sentence for the user.
    void open();
    /// Listens no more, lets running requests end for at most `patience`, then tells finished().
    void finish(std::chrono::milliseconds patience);

Q_SIGNALS:
    void finished();

private:
    void incomingConnection(qintptr descriptor) override;

    const ServerLimits &limits() const override { return m_options.limits; }
    const std::filesystem::path &uploadFolder() const override { return m_backend.uploadFolder(); }
    std::shared_ptr<SendQueue> sendQueue() const override { return m_sendQueue; }
    bool isAllowedOrigin(std::string_view origin) const override;
    bool takesWebSocket(const api::Request &request) const override;
    void askWho(Credentials &&credentials, std::uint64_t connection, std::uint64_t request) override;
    void carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer) override;
    void upgrade(QTcpSocket *socket) override;
    void gone(std::uint64_t number) override;

    void loadCertificate();
    void deliverAll();
    void checkTimes();

    Backend &m_backend;
    const ServerOptions &m_options;
    QSslConfiguration m_security;
    std::shared_ptr<SendQueue> m_sendQueue;
    std::unordered_map<std::uint64_t, Connection *> m_connections; // children
    std::unique_ptr<EventNamespace> m_events;
    QThreadPool m_gate; // asks who is uploading: that reads the database
    std::uint64_t m_lastNumber = 0;
    bool m_isFinishing = false;
};

} // namespace callboard::server
