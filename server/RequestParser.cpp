// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/RequestParser.h"

#include "core/api/UrlText.h"
#include "server/HeaderText.h"

#include <boost/beast/http/basic_parser.hpp>

namespace callboard::server {

namespace http = boost::beast::http;

namespace {

using ErrorCode = boost::beast::error_code;
using Text = boost::beast::string_view;

std::string_view viewOf(Text text)
{
    return {text.data(), text.size()};
}

Refusal malformed(const std::string &why)
{
    return {400, "This is no valid HTTP request: " + why + "."};
}

Refusal malformedTarget()
{
    return {400, "The address of the request is malformed."};
}

bool isControl(char letter)
{
    return (static_cast<unsigned char>(letter) < 0x20 && letter != '\t') || letter == 0x7f;
}

/// What follows the host of `http://host/path?query`; what begins with a slash as it is.
std::string_view pathAndQuery(std::string_view target)
{
    if (target.starts_with('/')) return target;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equalsIgnoringCase(target.substr(0, scheme.size()), scheme)) continue;
        target.remove_prefix(scheme.size());
        const auto end = std::min(target.find_first_of("/?#"), target.size());
        if (end == 0) throw malformedTarget();
        return target.substr(end);
    }
    throw malformedTarget();
}

} // namespace

/// Beast's parser with what it reads put into the request.
class RequestParser::Grammar : public http::basic_parser<true>
{
public:
    explicit Grammar(RequestParser &reader)
        : m_reader(reader)
    {
        eager(true);
        body_limit(boost::none);                                 // is the receiver's business
        header_limit(std::numeric_limits<std::uint32_t>::max()); // was counted before
    }

    /// The bytes that were read; what is left has to come again, with more.
    std::size_t read(std::string_view bytes)
    {
        ErrorCode error;
        const auto taken = put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
        if (error && error != http::error::need_more) throw malformed(error.message());
        return taken;
    }

private:
    void on_request_impl(http::verb, Text method, Text target, int version, ErrorCode &) override
    {
        auto &incoming = m_reader.m_incoming;
        incoming.request.verb = api::verbNamed(viewOf(method));
        incoming.isOldProtocol = version < 11;
        m_reader.m_target = viewOf(target);
    }
    void on_field_impl(http::field, Text name, Text value, ErrorCode &) override
    {
        // What follows the last chunk decides nothing any more.
        if (m_reader.m_isHeadComplete) return;
        m_reader.m_incoming.request.headers.add(std::string(viewOf(name)), std::string(viewOf(value)));
    }
    void on_header_impl(ErrorCode &) override
    {
        auto &incoming = m_reader.m_incoming;
        incoming.keepAlive = keep_alive();
        incoming.isChunked = chunked();
        if (const auto length = content_length()) incoming.contentLength = *length;
        incoming.wantsWebSocket =
            upgrade() && equalsIgnoringCase(incoming.request.headers.find("Upgrade").value_or(""), "websocket");
        m_reader.finishHead();
    }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, ErrorCode &) override {}
    std::size_t on_body_impl(Text bytes, ErrorCode &) override
    {
        m_reader.m_owner.bodyArrived(viewOf(bytes));
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, ErrorCode &) override
    {
        m_reader.m_owner.bodyArrived(viewOf(bytes));
        return bytes.size();
    }
    void on_finish_impl(ErrorCode &) override {}
    // Of answers alone.
    void on_response_impl(int, Text, int, ErrorCode &) override {}

    RequestParser &m_reader;
};

RequestParser::RequestParser(Owner &owner, std::size_t headerBytes)
    : m_owner(owner)
    , m_headerLimit(headerBytes)
    , m_grammar(std::make_unique<Grammar>(*this))
{}

RequestParser::~RequestParser() = default;

void RequestParser::reset()
{
    m_grammar = std::make_unique<Grammar>(*this); // It reads one request.
    m_held.clear();
    m_headerBytes = 0;
    m_isLineEmpty = true;
    m_previous = 0;
    m_target.clear();
    m_incoming = {};
    m_isHeadComplete = false;
}

RequestParser::State RequestParser::feed(std::string_view bytes, std::size_t &consumed)
{
    consumed = 0;
    try {
        if (!m_isRefused) return read(bytes, consumed);
    } catch (const Refusal &refusal) {
        m_refusal = refusal;
        m_isRefused = true;
    }
    return State::Refused;
}

RequestParser::State RequestParser::read(std::string_view bytes, std::size_t &consumed)
{
    if (!m_isHeadComplete) consumed = readHead(bytes);
    if (m_isHeadComplete && !m_grammar->is_done()) consumed += readBody(bytes.substr(consumed));
    return m_isHeadComplete && m_grammar->is_done() ? State::Complete : State::NeedsMore;
}

/// Beast reads a head when it is whole; what is no HTTP at all must not wait for that.
std::size_t RequestParser::readHead(std::string_view bytes)
{
    std::size_t begin = 0;
    // A line end after the body of the request before is passed over (RFC 9112 2.2).
    if (m_headerBytes == 0) begin = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    for (std::size_t i = begin; i < bytes.size(); ++i) {
        if (++m_headerBytes > m_headerLimit) throw Refusal{431, "The header of the request is too large."};
        if (!endsHead(bytes[i])) continue;
        const auto piece = bytes.substr(begin, i + 1 - begin);
        if (!m_held.empty()) m_held.append(piece);
        m_grammar->read(m_held.empty() ? piece : m_held);
        m_held.clear();
        if (!m_isHeadComplete) throw malformed("its head is not whole");
        return i + 1;
    }
    m_held.append(bytes.substr(begin));
    return bytes.size();
}

/// Takes the head's next letter; true for the last one.
bool RequestParser::endsHead(char letter)
{
    const char previous = std::exchange(m_previous, letter);
    if (previous == '\r' || letter == '\n') {
        if (previous != '\r' || letter != '\n') throw malformed("a line does not end with CR and LF");
        return std::exchange(m_isLineEmpty, true);
    }
    if (letter == '\r') return false;
    if (isControl(letter)) throw malformed("its head has a character that controls");
    m_isLineEmpty = false;
    return false;
}

std::size_t RequestParser::readBody(std::string_view bytes)
{
    if (m_held.empty()) {
        const auto taken = m_grammar->read(bytes);
        if (m_grammar->is_done()) return taken;
        m_held = bytes.substr(taken);
    } else {
        const auto before = m_held.size();
        m_held.append(bytes);
        const auto taken = m_grammar->read(m_held);
        // What was held did not hold the end.
        if (m_grammar->is_done()) return taken - before;
        m_held.erase(0, taken);
    }
    if (m_held.size() > m_headerLimit)
        throw Refusal{431, "The head of a chunk, or what follows the last one, is too large."};
    return bytes.size();
}

void RequestParser::finishHead()
{
    m_isHeadComplete = true;
    const auto &headers = m_incoming.request.headers;
    const auto hosts = std::count_if(
        headers.begin(), headers.end(), [](const auto &field) { return equalsIgnoringCase(field.first, "Host"); });
    if (hosts > 1) throw Refusal{400, "The request names two hosts."};
    if (hosts == 0 && !m_incoming.isOldProtocol) throw Refusal{400, "The request names no host."};
    if (headers.find("Content-Length").value_or("").find(',') != std::string_view::npos)
        throw Refusal{400, "The request names two lengths."};
    if (const auto coding = headers.find("Transfer-Encoding"); coding && !equalsIgnoringCase(*coding, "chunked"))
        throw Refusal{501, "This transfer coding is not known: only chunked is."};
    if (const auto expected = headers.find("Expect")) {
        if (!equalsIgnoringCase(*expected, "100-continue")) throw Refusal{417, "This expectation cannot be met."};
        m_incoming.expectsContinue = !m_incoming.isOldProtocol;
    }
    readTarget();
    m_owner.headArrived(m_incoming);
}

void RequestParser::readTarget()
{
    auto &request = m_incoming.request;
    if (m_target == "*") {
        request.path = "/"; // the server as a whole
        return;
    }
    auto target = pathAndQuery(m_target);
    target = target.substr(0, target.find('#'));
    const auto question = std::min(target.find('?'), target.size());
    auto path = api::percentDecoded(target.substr(0, question));
    if (!path || path->find('\0') != std::string::npos) throw malformedTarget();
    request.path = path->empty() ? "/" : std::move(*path);
    if (question < target.size()) request.query = api::Parameters::fromUrlEncoded(target.substr(question + 1));
}

} // namespace callboard::server
