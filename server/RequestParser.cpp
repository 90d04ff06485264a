// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/RequestParser.h"

#include "server/HeaderText.h"

namespace callboard::server {

struct RequestParser::Callbacks
{
    static RequestParser &self(http_parser *parser) { return *static_cast<RequestParser *>(parser->data); }

    /// http_parser is C: a refusal is kept and ends the parsing by the callback's result.
    template<typename Function>
    static int guarded(http_parser *parser, Function function)
    {
        auto &me = self(parser);
        try {
            function(me);
            return 0;
        } catch (const Refusal &refusal) {
            me.m_refusal = refusal;
            me.m_isRefused = true;
            return -1;
        }
    }

    static int begin(http_parser *parser)
    {
        self(parser).m_isWithinRequest = true;
        return 0;
    }
    static int url(http_parser *parser, const char *at, std::size_t length)
    {
        return guarded(parser, [&](RequestParser &me) {
            me.countHeader(length);
            me.m_target.append(at, length);
        });
    }
    static int field(http_parser *parser, const char *at, std::size_t length)
    {
        return guarded(parser, [&](RequestParser &me) {
            if (!me.m_value.empty()) me.finishField();
            me.countHeader(length);
            me.m_name.append(at, length);
        });
    }
    static int value(http_parser *parser, const char *at, std::size_t length)
    {
        return guarded(parser, [&](RequestParser &me) {
            me.countHeader(length);
            if (me.m_value.empty()) me.m_value = ':'; // Marks that the value has begun, also an empty one.
            me.m_value.append(at, length);
        });
    }
    static int headers(http_parser *parser)
    {
        return guarded(parser, [](RequestParser &me) {
            if (me.m_isHeadComplete) return;
            if (!me.m_value.empty()) me.finishField();
            me.finishHead();
        });
    }
    static int body(http_parser *parser, const char *at, std::size_t length)
    {
        return guarded(parser, [&](RequestParser &me) { me.m_owner.bodyArrived({at, length}); });
    }
    static int complete(http_parser *parser)
    {
        self(parser).m_isComplete = true;
        http_parser_pause(parser, 1);
        return 0;
    }

    static const http_parser_settings &settings()
    {
        static const http_parser_settings settings = [] {
            http_parser_settings all;
            http_parser_settings_init(&all);
            all.on_message_begin = begin;
            all.on_url = url;
            all.on_header_field = field;
            all.on_header_value = value;
            all.on_headers_complete = headers;
            all.on_body = body;
            all.on_message_complete = complete;
            return all;
        }();
        return settings;
    }
};

RequestParser::RequestParser(Owner &owner, std::size_t headerBytes)
    : m_owner(owner)
    , m_headerLimit(headerBytes)
{
    http_parser_init(&m_parser, HTTP_REQUEST);
    m_parser.data = this;
}

void RequestParser::reset()
{
    m_headerBytes = 0;
    m_target.clear();
    m_name.clear();
    m_value.clear();
    m_incoming = {};
    m_isWithinRequest = m_isHeadComplete = m_isComplete = false;
    http_parser_pause(&m_parser, 0);
}

RequestParser::State RequestParser::feed(std::string_view bytes, std::size_t &consumed)
{
    consumed = http_parser_execute(&m_parser, &Callbacks::settings(), bytes.data(), bytes.size());
    if (m_isRefused) return State::Refused;
    if (m_isComplete) return State::Complete;
    const auto error = HTTP_PARSER_ERRNO(&m_parser);
    if (error == HPE_OK) return State::NeedsMore;
    m_isRefused = true;
    m_refusal = error == HPE_HEADER_OVERFLOW
        ? Refusal{431, "The header of the request is too large."}
        : Refusal{400, std::string("This is no valid HTTP request: ") + http_errno_description(error) + "."};
    return State::Refused;
}

void RequestParser::countHeader(std::size_t bytes)
{
    m_headerBytes += bytes;
    if (m_headerBytes > m_headerLimit) throw Refusal{431, "The header of the request is too large."};
}

void RequestParser::finishField()
{
    auto &headers = m_incoming.request.headers;
    headers.add(std::move(m_name), m_value.substr(1));
    m_name.clear();
    m_value.clear();
}

void RequestParser::finishHead()
{
    m_isHeadComplete = true;
    auto &request = m_incoming.request;
    request.verb = api::verbNamed(http_method_str(static_cast<http_method>(m_parser.method)));
    m_incoming.isOldProtocol = m_parser.http_major < 1 || (m_parser.http_major == 1 && m_parser.http_minor == 0);
    m_incoming.keepAlive = http_should_keep_alive(&m_parser) != 0;
    m_incoming.isChunked = (m_parser.flags & F_CHUNKED) != 0;
    if (m_parser.flags & F_CONTENTLENGTH) m_incoming.contentLength = m_parser.content_length;
    if (!m_incoming.isOldProtocol && !request.headers.find("Host")) throw Refusal{400, "The request names no host."};
    if (const auto expected = request.headers.find("Expect")) {
        if (!equalsIgnoringCase(*expected, "100-continue")) throw Refusal{417, "This expectation cannot be met."};
        m_incoming.expectsContinue = !m_incoming.isOldProtocol;
    }
    const auto upgrade = request.headers.find("Upgrade");
    m_incoming.wantsWebSocket = m_parser.upgrade && upgrade && equalsIgnoringCase(*upgrade, "websocket");
    m_parser.upgrade = 0; // Other protocols are not offered: the request is answered as it stands.

    std::string_view target = m_target;
    http_parser_url parts;
    http_parser_url_init(&parts);
    const bool isConnect = m_parser.method == HTTP_CONNECT;
    if (http_parser_parse_url(target.data(), target.size(), isConnect, &parts) != 0 && target != "*")
        throw Refusal{400, "The address of the request is malformed."};
    const auto part = [&](http_parser_url_fields field) {
        return parts.field_set & (1 << field) ? target.substr(parts.field_data[field].off, parts.field_data[field].len)
                                              : std::string_view();
    };
    auto path = percentDecoded(part(UF_PATH));
    if (!path || path->find('\0') != std::string::npos) throw Refusal{400, "The address of the request is malformed."};
    request.path = path->empty() ? "/" : std::move(*path);
    request.query = api::Parameters::fromUrlEncoded(part(UF_QUERY));
    m_owner.headArrived(m_incoming);
}

} // namespace callboard::server
