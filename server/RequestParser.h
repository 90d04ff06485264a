// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a connection as requests. The grammar is read by Boost.Beast's parser; this class keeps the
// limits, refuses at once what no head may hold, decodes the path and tells its owner what has arrived.
// Lives on the network thread.
#pragma once

#include "core/api/Request.h"

namespace callboard::server {

/// A request whose head has arrived.
struct IncomingRequest
{
    api::Request request;
    std::optional<std::uint64_t> contentLength;
    bool isChunked = false;
    bool expectsContinue = false;
    bool wantsWebSocket = false;
    bool isOldProtocol = false; // HTTP/1.0: knows no chunked answers
    bool keepAlive = true;

    bool hasBody() const { return isChunked || contentLength.value_or(0) > 0; }
};

/// Why a request was refused while it was read.
struct Refusal
{
    int status = 400;
    std::string message;
};

class RequestParser
{
public:
    /// Told in this order for each request; each may throw a Refusal, which ends the connection's parsing.
    class Owner
    {
    public:
        virtual ~Owner() = default;
        virtual void headArrived(IncomingRequest &incoming) = 0;
        virtual void bodyArrived(std::string_view bytes) = 0;
    };

    enum class State { NeedsMore, Complete, Refused };

    /// `headerBytes`: the most that the request line and the fields may have, and the most that is kept of a body
    /// while its next chunk cannot be told.
    RequestParser(Owner &owner, std::size_t headerBytes);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    /// Takes bytes up to the end of one request; `consumed` says how many. Returns Complete at its end.
    State feed(std::string_view bytes, std::size_t &consumed);
    /// Makes ready for the next request.
    void reset();

    bool isHeadComplete() const { return m_isHeadComplete; }
    IncomingRequest &incoming() { return m_incoming; }
    const Refusal &refusal() const { return m_refusal; }

private:
    class Grammar;

    State read(std::string_view bytes, std::size_t &consumed);
    std::size_t readHead(std::string_view bytes);
    bool endsHead(char letter);
    std::size_t readBody(std::string_view bytes);
    void finishHead();
    void readTarget();

    Owner &m_owner;
    const std::size_t m_headerLimit;
    std::unique_ptr<Grammar> m_grammar;
    std::string m_held; // bytes of a head, or of a body's framing, that is not whole yet
    std::size_t m_headerBytes = 0;
    bool m_isLineEmpty = true;
    char m_previous = 0; // the last byte of the head so far
    std::string m_target;
    IncomingRequest m_incoming;
    Refusal m_refusal;
    bool m_isHeadComplete = false;
    bool m_isRefused = false;
};

} // namespace callboard::server
