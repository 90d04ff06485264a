// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Connection.h"

#include <QHostAddress>
#include <QSslSocket>

#include <sys/socket.h>

namespace callboard::server {

namespace {

constexpr qint64 readBuffer = 256 * 1024;
constexpr std::size_t chunkSize = 64 * 1024;
constexpr std::size_t fileChunk = 128 * 1024;
/// Above this, nothing more is read from files and no further pipelined request is begun.
constexpr std::size_t fullSocket = 256 * 1024;
/// Uploads above this are received only from people; smaller ones are left to the API to refuse.
constexpr std::uint64_t largeUpload = 1 << 20;

std::string readableAddress(const QTcpSocket &socket)
{
    QHostAddress address = socket.peerAddress();
    bool isIpv4 = false;
    const auto number = address.toIPv4Address(&isIpv4); // also of ::ffff:192.0.2.1
    if (isIpv4) address = QHostAddress(number);
    return address.toString().toStdString();
}

} // namespace

Connection::Connection(std::uint64_t number, QTcpSocket *socket, Owner &owner)
    : m_number(number)
    , m_socket(socket)
    , m_owner(owner)
    , m_remoteAddress(readableAddress(*socket))
    , m_parser(*this, owner.limits().headerBytes)
    , m_progress(Clock::now())
    , m_stageBegin(m_progress)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::process);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::bytesLeft);
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket))
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &Connection::bytesLeft);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::end);
}

Connection::~Connection()
{
    if (m_backlog) m_backlog->cancel();
}

void Connection::headArrived(IncomingRequest &incoming)
{
    auto &request = incoming.request;
    if (incoming.wantsWebSocket && m_owner.takesWebSocket(request)) {
        if (!m_isTransaction) throw Refusal{400, "A WebSocket cannot follow another request so closely."};
        throw Refusal{101, {}};
    }
    if (std::exchange(m_isTransaction, false)) m_socket->commitTransaction();
    request.remoteAddress = m_remoteAddress;
    m_stage = Stage::Body;
    ++m_request;
    m_stageBegin = Clock::now();
    m_moved = 0;
    if (!incoming.hasBody()) return;
    m_receiver.emplace(incoming, m_owner.uploadFolder(), m_owner.limits());
    // Else anybody could fill the disk. The body is received meanwhile: nearly all may.
    if (m_receiver->isUpload() && (incoming.isChunked || incoming.contentLength.value_or(0) > largeUpload))
        m_owner.askWho({request.headers, m_remoteAddress}, m_number, m_request);
    if (incoming.expectsContinue) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket->flush();
    }
}

void Connection::bodyArrived(std::string_view bytes)
{
    m_moved += bytes.size();
    m_receiver->take(bytes);
}

void Connection::process()
{
    if (m_isProcessing) return;
    m_isProcessing = true;
    // Shared by all connections of the thread: what is left in it after a request is copied out.
    thread_local std::array<char, chunkSize> buffer;
    while (isReading()) {
        if (m_leftoverBegin < m_leftover.size()) {
            const QByteArray bytes = m_leftover; // shared, not copied: stays alive while it is read
            processChunk(
                {bytes.constData() + m_leftoverBegin, static_cast<std::size_t>(bytes.size() - m_leftoverBegin)});
            continue;
        }
        m_leftover.clear();
        m_leftoverBegin = 0;
        if (!m_parser.isHeadComplete() && !std::exchange(m_isTransaction, true)) m_socket->startTransaction();
        const auto got = m_socket->read(buffer.data(), buffer.size());
        if (got <= 0) break;
        processChunk({buffer.data(), static_cast<std::size_t>(got)});
    }
    if (m_stage == Stage::Draining) {
        while (m_socket->read(buffer.data(), buffer.size()) > 0) {
        }
    }
    m_isProcessing = false;
}

void Connection::processChunk(std::string_view bytes)
{
    m_progress = Clock::now();
    if (m_stage == Stage::Idle) {
        m_stage = Stage::Head;
        m_stageBegin = m_progress;
    }
    const bool isLeftover = !m_leftover.isEmpty();
    std::size_t consumed = 0;
    const auto state = m_parser.feed(bytes, consumed);
    if (state == RequestParser::State::Refused) {
        refuse(m_parser.refusal());
        return;
    }
    if (isLeftover)
        m_leftoverBegin += static_cast<qsizetype>(consumed);
    else if (consumed < bytes.size())
        m_leftover = QByteArray(bytes.data() + consumed, static_cast<qsizetype>(bytes.size() - consumed));
    if (state == RequestParser::State::Complete) requestComplete();
}

std::shared_ptr<HttpAnswer> Connection::answerTo(const IncomingRequest &incoming, bool keepAlive)
{
    AnswerForm form;
    form.connection = m_number;
    form.isHead = incoming.request.verb == api::Verb::Head;
    form.isOldProtocol = incoming.isOldProtocol;
    form.keepAlive = keepAlive;
    const auto &headers = incoming.request.headers;
    if (const auto origin = headers.find("Origin"); origin && m_owner.isAllowedOrigin(*origin)) form.origin = *origin;
    form.conditions = FileConditions::of(headers);
    m_stage = Stage::Answering;
    m_stageBegin = Clock::now();
    m_moved = 0;
    m_isAnswerWhole = false;
    m_backlog = std::make_shared<Backlog>();
    return std::make_shared<HttpAnswer>(std::move(form), m_owner.sendQueue(), m_backlog);
}

void Connection::requestComplete()
{
    auto &incoming = m_parser.incoming();
    try {
        if (m_receiver) m_receiver->finish(incoming.request);
        m_receiver.reset();
    } catch (const Refusal &refusal) {
        m_receiver.reset();
        answerTo(incoming, incoming.keepAlive)->begin(problem(refusal.status, refusal.message));
        return;
    }
    auto answer = answerTo(incoming, incoming.keepAlive && !m_isFinishing);
    m_owner.carryOut(std::move(incoming.request), std::move(answer));
}

void Connection::refuse(const Refusal &refusal)
{
    m_receiver.reset(); // What had arrived goes at once.
    if (refusal.status == 101) {
        handOver();
        return;
    }
    if (std::exchange(m_isTransaction, false)) m_socket->commitTransaction();
    m_leftover.clear();
    m_leftoverBegin = 0;
    m_isRequestBroken = true;
    answerTo(m_parser.incoming(), false)->begin(problem(refusal.status, refusal.message));
}

void Connection::handOver()
{
    m_isTransaction = false;
    m_socket->rollbackTransaction();
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(0);
    m_socket->setParent(nullptr);
    m_stage = Stage::Ended;
    m_owner.upgrade(std::exchange(m_socket, nullptr));
    m_owner.gone(m_number);
}

void Connection::deliver(Delivery &&delivery)
{
    if (delivery.refusedUpload > 0) {
        if (m_stage == Stage::Body && delivery.refusedUpload == m_request)
            refuse({401, "Sign in before you upload: the access token is missing or not valid."});
        return;
    }
    if (m_stage != Stage::Answering) return;
    if (waiting() == 0) m_progress = Clock::now();
    if (!delivery.head.isEmpty()) m_socket->write(delivery.head);
    if (!delivery.body.isEmpty()) m_socket->write(delivery.body);
    if (delivery.breaksOff) {
        end();
        return;
    }
    m_moved += static_cast<std::uint64_t>(delivery.body.size());
    m_file = std::move(delivery.file);
    m_isAnswerWhole = delivery.isLast;
    m_closesAfter = delivery.closesAfter;
    m_socket->flush();
    if (m_stage != Stage::Answering) return; // The flush has found the client gone.
    m_backlog->arrived(static_cast<std::size_t>(delivery.body.size()), waiting());
    pump();
}

void Connection::bytesLeft()
{
    m_progress = Clock::now();
    if (m_stage != Stage::Answering) {
        if (m_stage == Stage::Draining) drain();
        return;
    }
    m_backlog->setWaiting(waiting());
    pump();
}

void Connection::pump()
{
    if (m_isPumping) return;
    m_isPumping = true;
    try {
        while (m_stage == Stage::Answering && m_file.remaining() > 0 && waiting() < fullSocket) {
            const auto bytes = m_file.next(fileChunk);
            m_moved += static_cast<std::uint64_t>(bytes.size());
            m_socket->write(bytes);
            m_socket->flush();
        }
    } catch (const std::runtime_error &error) {
        qWarning("%s", error.what());
        end();
    }
    m_isPumping = false;
    if (m_stage == Stage::Answering && m_isAnswerWhole && m_file.remaining() == 0 && waiting() <= fullSocket)
        answerComplete();
}

void Connection::answerComplete()
{
    m_file = {};
    m_backlog.reset();
    m_progress = m_stageBegin = Clock::now();
    if (m_closesAfter || m_isFinishing) {
        m_stage = Stage::Draining;
        drain();
        return;
    }
    m_parser.reset();
    m_stage = Stage::Idle;
    process();
}

/// After the last answer. When a refused request is still being sent the socket is read on for a while:
/// closing it with unread bytes would make the system cut the connection before the client sees why.
void Connection::drain()
{
    if (waiting() > 0) return;
    if (!m_isRequestBroken) {
        m_socket->disconnectFromHost();
        return;
    }
    if (!qobject_cast<QSslSocket *>(m_socket)) ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    process();
}

void Connection::finish()
{
    m_isFinishing = true;
    if (m_stage != Stage::Answering) end();
}

void Connection::end()
{
    if (m_stage == Stage::Ended) return;
    m_stage = Stage::Ended;
    if (m_backlog) m_backlog->cancel();
    m_receiver.reset();
    m_socket->disconnect(this);
    m_socket->abort();
    m_owner.gone(m_number);
}

std::size_t Connection::waiting() const
{
    auto bytes = m_socket->bytesToWrite();
    if (const auto *secure = qobject_cast<const QSslSocket *>(m_socket)) bytes += secure->encryptedBytesToWrite();
    return static_cast<std::size_t>(bytes);
}

void Connection::checkTime(Clock::time_point now)
{
    if (!isTooSlow(now)) return;
    if (m_stage == Stage::Head || m_stage == Stage::Body)
        refuse({408, "The request took too long to arrive."});
    else
        end();
}

bool Connection::isTooSlow(Clock::time_point now) const
{
    const auto &limits = m_owner.limits();
    const auto stalled = now - m_progress;
    const auto elapsed = std::chrono::duration<double>(now - m_stageBegin).count();
    const bool isLong = now - m_stageBegin > 2 * limits.stallTime;
    switch (m_stage) {
    case Stage::Idle: return stalled > limits.idleTime;
    case Stage::Head: return now - m_stageBegin > limits.headTime;
    case Stage::Body:
        return stalled > limits.stallTime || (isLong && static_cast<double>(m_moved) < elapsed * limits.lowestRate);
    case Stage::Answering:
        return waiting() > 0
            && (stalled > limits.stallTime
                || (!m_isAnswerWhole && isLong && static_cast<double>(m_moved) < elapsed * limits.lowestStreamRate));
    case Stage::Draining: return now - m_stageBegin > limits.drainTime;
    case Stage::Ended: return false;
    }
    return false;
}

} // namespace callboard::server
