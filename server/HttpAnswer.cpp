// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/HttpAnswer.h"

#include "server/AnswerHeaders.h"
#include "server/HeaderText.h"

#include <ctime>

namespace callboard::server {

namespace {

/// Streams that end within this get a Content-Length like any other answer.
constexpr std::size_t longestCollected = 256 * 1024;
/// Bodies up to this are sent together with their head, in one system call.
constexpr std::size_t longestJoined = 64 * 1024;
/// How long a worker waits for a client that does not keep up, before the rest of the answer goes to the disk.
constexpr auto patience = std::chrono::milliseconds(2);
/// The same where the disk has no room: for as long as the client lives.
constexpr auto endlessPatience = std::chrono::hours(24);

const std::string &dateNow()
{
    thread_local std::time_t second = 0;
    thread_local std::string text;
    if (const auto now = std::time(nullptr); now != second) {
        second = now;
        text = httpDate(now);
    }
    return text;
}

void appendField(QByteArray &head, std::string_view name, std::string_view value)
{
    head.append(name.data(), static_cast<qsizetype>(name.size())).append(": ");
    // A line end in a value would begin a field, or an answer, of its own.
    for (const char c : value) head.append(c == '\r' || c == '\n' || c == '\0' ? ' ' : c);
    head.append("\r\n");
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304 || status < 200;
}

} // namespace

api::Response problem(int status, const std::string &message)
{
    Json body = Json::object();
    body["message"] = message;
    return api::json(body, status);
}

HttpAnswer::HttpAnswer(AnswerForm form, std::shared_ptr<SendQueue> sendQueue, std::shared_ptr<Backlog> backlog)
    : m_form(std::move(form))
    , m_sendQueue(std::move(sendQueue))
    , m_backlog(std::move(backlog))
{}

HttpAnswer::~HttpAnswer()
{
    if (m_stage == Stage::Waiting)
        begin(problem(500, "The request was not answered."));
    else if (m_stage != Stage::Ended)
        end(false);
}

bool HttpAnswer::has(std::string_view entityTag) const
{
    return m_form.conditions.ifNoneMatch && listsTag(*m_form.conditions.ifNoneMatch, entityTag);
}

void HttpAnswer::begin(api::Response &&response)
{
    if (auto *bytes = std::get_if<std::string>(&response.body)) {
        sendBytes(response, std::move(*bytes));
    } else if (const auto *file = std::get_if<api::FileBody>(&response.body)) {
        sendFile(response, *file);
    } else {
        m_streamed = std::move(response);
        m_stage = Stage::Collecting;
    }
}

void HttpAnswer::piece(std::string_view bytes)
{
    if (m_stage == Stage::Collecting) {
        m_collected.append(bytes);
        if (m_collected.size() <= longestCollected) return;
        startStreaming();
    } else if (m_stage == Stage::Streaming) {
        stream(bytes);
    }
}

void HttpAnswer::end(bool complete)
{
    if (m_stage == Stage::Collecting) {
        if (complete)
            sendBytes(m_streamed, std::move(m_collected));
        else
            sendProblem(500, "The answer could not be completed.", {});
    } else if (m_stage == Stage::Streaming) {
        if (complete) {
            finishStream();
            return;
        }
        Delivery last;
        last.breaksOff = true;
        post(std::move(last));
    }
}

void HttpAnswer::sendBytes(api::Response &response, std::string &&body)
{
    if (const auto tag = response.headers.find("ETag"); tag && response.status == 200 && has(*tag)) {
        response.status = 304;
        body.clear();
    }
    if (isCompressible(response.contentType)) nameCoding(response);
    if (mayCompress(response) && body.size() >= shortestCompressed) {
        std::string compressed;
        const auto compressor = makeCompressor(m_form.coding);
        compressor->add(body, compressed);
        compressor->finish(compressed);
        response.headers.add("Content-Encoding", std::string(nameOf(m_form.coding)));
        body = std::move(compressed);
    }
    Delivery delivery;
    delivery.head = headOf(response, body.size());
    if (!m_form.isHead && !hasNoBody(response.status)) {
        auto file = body.size() > Backlog::limit ? AnswerFile::make(m_form.folder, m_form.diskReserve) : std::nullopt;
        if (file) {
            file->write(body);
            delivery.file = file->take();
        } else if (body.size() <= longestJoined) {
            delivery.head.append(body.data(), static_cast<qsizetype>(body.size()));
        } else {
            delivery.body = QByteArray(body.data(), static_cast<qsizetype>(body.size()));
        }
    }
    delivery.closesAfter = !m_form.keepAlive;
    post(std::move(delivery));
}

void HttpAnswer::sendFile(api::Response &response, const api::FileBody &file)
{
    auto plan = planDelivery(file, m_form.conditions);
    for (const auto &[name, value] : response.headers) plan.headers.add(name, value);
    if (!plan.problem.empty()) {
        sendProblem(plan.status, plan.problem, plan.headers);
        return;
    }
    response.status = plan.status;
    response.headers = std::move(plan.headers);
    disarmFile(response);
    Delivery delivery;
    delivery.head = headOf(response, plan.part.remaining());
    if (!m_form.isHead) delivery.file = std::move(plan.part);
    delivery.closesAfter = !m_form.keepAlive;
    post(std::move(delivery));
}

void HttpAnswer::sendProblem(int status, const std::string &message, const api::Headers &headers)
{
    auto response = problem(status, message);
    response.headers = headers;
    auto body = std::move(std::get<std::string>(response.body));
    sendBytes(response, std::move(body));
}

void HttpAnswer::startStreaming()
{
    if (isCompressible(m_streamed.contentType)) nameCoding(m_streamed);
    if (mayCompress(m_streamed)) {
        m_compressor = makeCompressor(m_form.coding);
        m_streamed.headers.add("Content-Encoding", std::string(nameOf(m_form.coding)));
    }
    Delivery first;
    first.head = headOf(m_streamed, std::nullopt);
    first.connection = m_form.connection;
    first.isLast = false;
    m_stage = Stage::Streaming;
    m_sendQueue->post(std::move(first));
    stream(m_collected);
    m_collected = {};
}

void HttpAnswer::stream(std::string_view bytes)
{
    if (!m_compressor) {
        postChunk(bytes);
        return;
    }
    std::string compressed;
    m_compressor->add(bytes, compressed);
    postChunk(compressed);
}

void HttpAnswer::postChunk(std::string_view bytes)
{
    if (bytes.empty() || m_form.isHead) {
        if (m_backlog->isCancelled()) throw std::runtime_error("The client is gone.");
        return;
    }
    Delivery chunk;
    chunk.connection = m_form.connection;
    chunk.isLast = false;
    chunk.body.reserve(static_cast<qsizetype>(bytes.size() + 16));
    if (!m_form.isOldProtocol)
        chunk.body.append(QByteArray::number(static_cast<qulonglong>(bytes.size()), 16)).append("\r\n");
    chunk.body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (!m_form.isOldProtocol) chunk.body.append("\r\n");
    const auto size = static_cast<std::size_t>(chunk.body.size());
    if (!m_rest && !m_backlog->add(size, patience)) {
        m_rest = AnswerFile::make(m_form.folder, m_form.diskReserve);
        if (!m_rest) m_backlog->add(size, endlessPatience);
    }
    if (!m_rest) {
        m_sendQueue->post(std::move(chunk));
        return;
    }
    if (m_backlog->isCancelled()) throw std::runtime_error("The client is gone.");
    m_rest->write({chunk.body.constData(), size});
}

void HttpAnswer::finishStream()
{
    if (m_compressor) {
        std::string compressed;
        m_compressor->finish(compressed);
        postChunk(compressed);
    }
    Delivery last;
    const bool isChunked = !m_form.isOldProtocol && !m_form.isHead;
    static constexpr std::string_view lastChunk = "0\r\n\r\n";
    if (m_rest) {
        if (isChunked) m_rest->write(lastChunk);
        last.file = m_rest->take();
    } else if (isChunked) {
        last.body = QByteArray(lastChunk.data(), static_cast<qsizetype>(lastChunk.size()));
    }
    last.closesAfter = !m_form.keepAlive || m_form.isOldProtocol;
    post(std::move(last));
}

bool HttpAnswer::mayCompress(const api::Response &response) const
{
    return m_form.coding != Coding::None && isCompressible(response.contentType) && !hasNoBody(response.status)
        && !response.headers.find("Content-Encoding") && !m_form.isHead;
}

/// Another client might be answered in another form: whoever keeps the answer has to know.
void HttpAnswer::nameCoding(api::Response &response) const
{
    response.headers.add("Vary", "Accept-Encoding");
    const auto tag = response.headers.find("ETag");
    if (!tag || tag->starts_with("W/") || m_form.coding == Coding::None) return;
    // The bytes differ from those of the other form: the tag stands for the content alone.
    response.headers.set("ETag", "W/" + std::string(*tag));
}

void HttpAnswer::post(Delivery &&delivery)
{
    m_stage = Stage::Ended;
    delivery.connection = m_form.connection;
    m_sendQueue->post(std::move(delivery));
}

QByteArray HttpAnswer::headOf(const api::Response &given, std::optional<std::uint64_t> length) const
{
    auto response = api::Response{given.status, given.contentType, given.headers, std::string()};
    addProtection(response, m_form.isSecure);
    QByteArray head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    const auto reason = reasonOf(response.status);
    head.append(reason.data(), static_cast<qsizetype>(reason.size())).append("\r\n");
    appendField(head, "Date", dateNow());
    // Clients of the API read the type of an answer without content (204) too.
    if (!hasNoBody(response.status) || response.status == 204) appendField(head, "Content-Type", response.contentType);
    if (!hasNoBody(response.status)) {
        if (length)
            appendField(head, "Content-Length", std::to_string(*length));
        else if (!m_form.isOldProtocol)
            appendField(head, "Transfer-Encoding", "chunked");
    }
    for (const auto &[name, value] : response.headers) appendField(head, name, value);
    if (!m_form.origin.empty()) {
        appendField(head, "Access-Control-Allow-Origin", m_form.origin);
        appendField(head, "Access-Control-Allow-Credentials", "true");
        appendField(head, "Access-Control-Expose-Headers", "Content-Disposition, ETag, Content-Range");
        appendField(head, "Vary", "Origin");
    }
    if (!m_form.keepAlive || (m_form.isOldProtocol && !length))
        appendField(head, "Connection", "close");
    else if (m_form.isOldProtocol)
        appendField(head, "Connection", "keep-alive");
    head.append("\r\n");
    return head;
}

} // namespace callboard::server
