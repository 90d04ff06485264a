// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection: reads its requests one after the other (pipelined ones wait in the socket),
// hands each over, writes its answer. Lives on the network thread.
//
// Why not QHttpServer: it hands a body over when all of it lies in memory (in Qt 6.4 twice, without a limit),
// where a movie must go to disk as it comes; heads have no bound, slow clients no end. It can share its port with
// WebSockets, that is not the reason. bench/qthttpserver shows the figures; docs/architecture.md says more.
#pragma once

#include "server/BodyReceiver.h"
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
        virtual BodyBudget &bodyBudget() = 0;
        virtual RunningUploads &runningUploads() = 0;
        virtual bool isAllowedOrigin(std::string_view origin) const = 0;
        virtual bool isSecure() const = 0;
        virtual bool takesWebSocket(const api::Request &request) const = 0;
        /// Decides what of a head counts: who asks, and whether its cookies do.
        virtual void readHead(api::Request &head) const = 0;
        /// Asks whether a request may go on arriving; posts a Delivery with its number and the answer.
        virtual void askAdmission(api::Request &&head, std::uint64_t connection, std::uint64_t request) = 0;
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
    void end();
    /// It waits for the next request, or for the rest of a head, and nobody misses it much.
    bool isIdle() const { return m_stage == Stage::Idle || m_stage == Stage::Head; }
    Clock::time_point lastProgress() const { return m_progress; }
    /// The key of its address, see Entrance.
    const std::string &addressKey() const { return m_addressKey; }

private:
    enum class Stage { Idle, Head, Body, Answering, Draining, Ended };
    /// Of the running request's body. While it is asked for nothing is read.
    enum class Admitted { NotAsked, Asking, Granted };

    void headArrived(IncomingRequest &incoming) override;
    void bodyArrived(std::string_view bytes) override;

    void process();
    void processChunk(std::string_view bytes);
    std::shared_ptr<HttpAnswer> answerTo(const IncomingRequest &incoming, bool keepAlive);
    void requestComplete();
    void askAdmission();
    void admitted(Studio::Admission &&admission);
    void sendContinue();
    void refuse(const Refusal &refusal);
    void refuseWith(api::Response &&response);
    void handOver();
    void bytesLeft();
    void pump();
    void answerComplete();
    void drain();
    bool isReading() const { return (isIdle() || m_stage == Stage::Body) && m_admitted != Admitted::Asking; }
    std::size_t waiting() const;
    bool isTooSlow(Clock::time_point now) const;

    const std::uint64_t m_number;
    QTcpSocket *m_socket;
    Owner &m_owner;
    const std::string m_remoteAddress;
    const std::string m_addressKey;
    RequestParser m_parser;
    std::unique_ptr<BodyBudget::Share> m_share;
    std::unique_ptr<RunningUploads::Place> m_upload;
    std::optional<BodyReceiver> m_receiver;
    std::shared_ptr<Backlog> m_backlog;
    QByteArray m_leftover; // bytes of pipelined requests
    qsizetype m_leftoverBegin = 0;
    FilePart m_file;
    std::uint64_t m_request = 0; // its number on this connection
    Stage m_stage = Stage::Idle;
    Admitted m_admitted = Admitted::NotAsked;
    bool m_isRequestWhole = false; // it has arrived before it was admitted
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
