// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the connections; brings requests to where they are carried out and answers back. Lives on the network thread.
#pragma once

#include "server/AddressLimits.h"
#include "server/Backend.h"
#include "server/Connection.h"
#include "server/Entrance.h"
#include "server/socketio/EventNamespace.h"

namespace callboard::server {

class Reception : public QObject, private Connection::Owner
{
    Q_OBJECT

public:
    Reception(Backend &backend, const ServerOptions &options);
    ~Reception() override;

    /// Begins to listen. Throws std::runtime_error with a sentence for the user.
    void open();
    std::uint16_t port() const { return m_entrance.port(); }
    /// Listens no more, lets running requests end for at most `patience`, then tells finished().
    void finish(std::chrono::milliseconds patience);

Q_SIGNALS:
    void finished();

private:
    const ServerLimits &limits() const override { return m_options.limits; }
    const std::filesystem::path &uploadFolder() const override { return m_backend.uploadFolder(); }
    std::shared_ptr<SendQueue> sendQueue() const override { return m_sendQueue; }
    BodyBudget &bodyBudget() override { return m_bodyBudget; }
    RunningUploads &runningUploads() override { return m_uploads; }
    bool isAllowedOrigin(std::string_view origin) const override;
    bool isSecure() const override { return !m_options.certificateFile.empty(); }
    bool takesWebSocket(const api::Request &request) const override;
    void readHead(api::Request &head) const override;
    void askAdmission(api::Request &&head, std::uint64_t connection, std::uint64_t request) override;
    void carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer) override;
    void upgrade(QTcpSocket *socket) override;
    void gone(std::uint64_t number) override;

    void welcome(QTcpSocket *socket);
    bool endIdle(const std::string &addressKey);
    void handle(api::Request &&request, std::shared_ptr<Studio::Answer> answer);
    void deliverAll();
    void checkTimes();

    Backend &m_backend;
    const ServerOptions &m_options;
    std::shared_ptr<SendQueue> m_sendQueue;
    BodyBudget m_bodyBudget;
    RunningUploads m_uploads;
    std::shared_ptr<AddressLimits> m_addressLimits; // outlived by answers that are being made
    Entrance m_entrance;
    std::unordered_map<std::uint64_t, Connection *> m_connections;
    std::unique_ptr<EventNamespace> m_events;
    std::uint64_t m_lastNumber = 0;
    bool m_isFinishing = false;
};

} // namespace callboard::server
