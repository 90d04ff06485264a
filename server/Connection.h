// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection: reads its requests one after the other (pipelined ones wait in the socket),
// hands each over, writes its answer. Lives on the network thread.
//
// Why not QHttpServer: it hands a body over when all of it lies in memory (in Qt 6.4 twice, without a limit),
// where a movie must go to disk as it comes; heads have no bound, slow clients no end. It can share its port with
// WebSockets, that is not the reason. docs/architecture.md says more.
#pragma once

#include "server/BodyReceiver.h"
#include "server/Credentials.h"
#include "server/HttpAnswer.h"
#include "server/ServerOptions.h"

#include <QTcpSocket>

namespace callboard::server {

class Connection : public QObject, private RequestParser::Owner
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// Who carries requests out. Outlives the connection.
    class Owner
    {
    public:
        virtual ~Owner() = default;
        virtual const ServerLimits &limits() const = 0;
        virtual const std::filesystem::path &uploadFolder() const = 0;
        virtual std::shared_ptr<SendQueue> sendQueue() const = 0;
        virtual bool isAllowedOrigin(std::string_view origin) const = 0;
        virtual bool takesWebSocket(const api::Request &request) const = 0;
        /// Asks who is uploading; posts a Delivery with refusedUpload when that is nobody.
        virtual void askWho(Credentials &&credentials, std::uint64_t connection, std::uint64_t request) = 0;
        virtual void carryOut(api::Request &&request, std::shared_ptr<Studio::Answer> answer) = 0;
        /// Takes the socket with its whole handshake unread; the connection ends.
        virtual void upgrade(QTcpSocket *socket) = 0;
        /// The connection has ended: delete it later.
        virtual void gone(std::uint64_t number) = 0;
    };

    Connection(std::uint64_t number, QTcpSocket *socket, Owner &owner);
    ~Connection() override;

    /// Writes a piece of the running request's answer.
    void deliver(Delivery &&delivery);
    /// Ends the connection when its client has been too slow.
    void checkTime(Clock::time_point now);
    /// Ends it now when it is between requests, else after the running one.
    void finish();

private:
    enum class Stage { Idle, Head, Body, Answering, Draining, Ended };

    void headArrived(IncomingRequest &incoming) override;
    void bodyArrived(std::string_view bytes) override;

    void process();
    void processChunk(std::string_view bytes);
    std::shared_ptr<HttpAnswer> answerTo(const IncomingRequest &incoming, bool keepAlive);
    void requestComplete();
    void refuse(const Refusal &refusal);
    void handOver();
    void bytesLeft();
    void pump();
    void answerComplete();
    void drain();
    void end();
    bool isReading() const { return m_stage == Stage::Idle || m_stage == Stage::Head || m_stage == Stage::Body; }
    std::size_t waiting() const;
    bool isTooSlow(Clock::time_point now) const;

    const std::uint64_t m_number;
    QTcpSocket *m_socket;
    Owner &m_owner;
    const std::string m_remoteAddress;
    RequestParser m_parser;
    std::optional<BodyReceiver> m_receiver;
    std::shared_ptr<Backlog> m_backlog;
    QByteArray m_leftover; // bytes of pipelined requests
    qsizetype m_leftoverBegin = 0;
    FilePart m_file;
    std::uint64_t m_request = 0; // its number on this connection
    Stage m_stage = Stage::Idle;
    bool m_isProcessing = false;
    bool m_isPumping = false;
    bool m_isTransaction = false;
    bool m_isAnswerWhole = false; // its last delivery has come
    bool m_closesAfter = false;
    bool m_isRequestBroken = false; // unread bytes of a refused request may follow
    bool m_isFinishing = false;
    Clock::time_point m_progress;   // the last time that the client did something
    Clock::time_point m_stageBegin; // when the stage was entered
    std::uint64_t m_moved = 0;      // bytes of body read or answer written in this stage
};

} // namespace callboard::server
