// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Connection.h"

#include "server/Addresses.h"

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

} // namespace

Connection::Connection(std::uint64_t number, QTcpSocket *socket, Owner &owner)
    : m_number(number)
    , m_socket(socket)
    , m_owner(owner)
    , m_remoteAddress(textOf(socket->peerAddress()))
    , m_addressKey(keyOf(socket->peerAddress()))
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
    // With the last message of a handshake a request may have come, and been told of already.
    if (m_socket->bytesAvailable() > 0) QMetaObject::invokeMethod(this, &Connection::process, Qt::QueuedConnection);
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
    m_owner.readHead(request);
    m_stage = Stage::Body;
    ++m_request;
    m_stageBegin = Clock::now();
    m_moved = 0;
    m_admitted = Admitted::NotAsked;
    m_isRequestWhole = false;
    if (!incoming.hasBody()) return;
    m_share = std::make_unique<BodyBudget::Share>(m_owner.bodyBudget());
    m_receiver.emplace(incoming, m_owner.uploadFolder(), m_owner.limits(), *m_share);
    // Else anybody could fill the memory and the disk.
    if (incoming.contentLength.value_or(0) > m_owner.limits().strangerBytes)
        askAdmission();
    else
        sendContinue();
}

void Connection::askAdmission()
{
    m_admitted = Admitted::Asking;
    const auto &request = m_parser.incoming().request;
    api::Request head;
    head.verb = request.verb;
    head.path = request.path;
    head.query = request.query;
    head.headers = request.headers;
    head.remoteAddress = request.remoteAddress;
    m_owner.askAdmission(std::move(head), m_number, m_request);
}

void Connection::admitted(Studio::Admission &&admission)
{
    if (m_stage != Stage::Body || m_admitted != Admitted::Asking) return;
    m_admitted = Admitted::Granted;
    m_progress = Clock::now();
    if (admission.refusal) {
        refuseWith(std::move(*admission.refusal));
        return;
    }
    const auto &limits = m_owner.limits();
    if (admission.personId.empty()) {
        refuse({413,
            "Before you have signed in a request may have at most " + std::to_string(limits.strangerBytes >> 10)
                + " KiB."});
        return;
    }
    if (m_receiver && m_receiver->isUpload()) {
        if (!m_owner.runningUploads().hasPlaceFor(admission.personId)) {
            refuse({429, "Too many of your uploads are arriving already. Wait until one has ended."});
            return;
        }
        m_upload = std::make_unique<RunningUploads::Place>(m_owner.runningUploads(), admission.personId);
    }
    sendContinue();
    if (m_isRequestWhole) requestComplete();
    process();
}

void Connection::sendContinue()
{
    if (!m_parser.incoming().expectsContinue) return;
    m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_socket->flush();
}

void Connection::bodyArrived(std::string_view bytes)
{
    m_moved += bytes.size();
    m_receiver->take(bytes);
    // The first of a body that does not say how long it is.
    if (m_admitted == Admitted::NotAsked && m_moved > m_owner.limits().strangerBytes) askAdmission();
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
    form.isSecure = m_owner.isSecure();
    form.folder = m_owner.uploadFolder();
    form.diskReserve = m_owner.limits().diskReserve;
    const auto &headers = incoming.request.headers;
    if (const auto origin = headers.find("Origin"); origin && m_owner.isAllowedOrigin(*origin)) form.origin = *origin;
    form.coding = codingFor(headers.find("Accept-Encoding").value_or(""));
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
    if (m_admitted == Admitted::Asking) {
        m_isRequestWhole = true;
        return;
    }
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
    if (refusal.status == 101) {
        handOver();
        return;
    }
    refuseWith(problem(refusal.status, refusal.message));
}

void Connection::refuseWith(api::Response &&response)
{
    m_receiver.reset(); // What had arrived goes at once.
    if (std::exchange(m_isTransaction, false)) m_socket->commitTransaction();
    m_leftover.clear();
    m_leftoverBegin = 0;
    m_isRequestBroken = true;
    answerTo(m_parser.incoming(), false)->begin(std::move(response));
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
    if (delivery.admittedRequest > 0) {
        if (delivery.admittedRequest == m_request) admitted(std::move(delivery.admission));
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
    m_upload.reset();
    m_share.reset();
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
    m_upload.reset();
    m_share.reset();
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
        if (m_admitted == Admitted::Asking) return false; // It is the studio that is awaited.
        return stalled > limits.stallTime || (isLong && static_cast<double>(m_moved) < elapsed * limits.lowestRate);
    case Stage::Answering:
        return waiting() > 0
            && (stalled > limits.stallTime
                || (isLong
                    && static_cast<double>(m_moved)
                        < elapsed * (m_isAnswerWhole ? limits.lowestRate : limits.lowestStreamRate)));
    case Stage::Draining: return now - m_stageBegin > limits.drainTime;
    case Stage::Ended: return false;
    }
    return false;
}

} // namespace callboard::server
