// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a connection as requests. The grammar is read by the http_parser library; this class keeps
// the limits, decodes the path and tells its owner what has arrived. Lives on the network thread.
#pragma once

#include "core/api/Request.h"

#include <http_parser.h>

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

    RequestParser(Owner &owner, std::size_t headerBytes);

    /// Takes bytes up to the end of one request; `consumed` says how many. Returns Complete at its end.
    State feed(std::string_view bytes, std::size_t &consumed);
    /// Makes ready for the next request.
    void reset();

    bool isWithinRequest() const { return m_isWithinRequest; }
    bool isHeadComplete() const { return m_isHeadComplete; }
    IncomingRequest &incoming() { return m_incoming; }
    const Refusal &refusal() const { return m_refusal; }

private:
    struct Callbacks;

    void countHeader(std::size_t bytes);
    void finishField();
    void finishHead();

    Owner &m_owner;
    http_parser m_parser;
    std::size_t m_headerLimit;
    std::size_t m_headerBytes = 0;
    std::string m_target;
    std::string m_name;
    std::string m_value;
    IncomingRequest m_incoming;
    Refusal m_refusal;
    bool m_isWithinRequest = false;
    bool m_isHeadComplete = false;
    bool m_isComplete = false;
    bool m_isRefused = false;
};

} // namespace callboard::server
