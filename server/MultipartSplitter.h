// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a multipart/form-data body (RFC 7578, RFC 2046 5.1) while it arrives, in pieces of any size.
//
// Ours because nothing in Debian 12 fits: libmicrohttpd's post processor needs a connection of its own
// server, Poco's reader and gmime pull from a stream, so the whole body would have to lie on disk first
// and be written twice. The grammar is small: a line that begins with the boundary ends a part.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace callboard::server {

struct PartHead
{
    std::string field;
    std::optional<std::string> fileName; // present when the part is a file
    std::string contentType;
};

class MultipartSplitter
{
public:
    class Consumer
    {
    public:
        virtual ~Consumer() = default;
        virtual void partBegan(PartHead &&head) = 0;
        virtual void partData(std::string_view bytes) = 0;
        virtual void partEnded() = 0;
    };

    MultipartSplitter(std::string_view boundary, Consumer &consumer);

    /// Throws a Refusal when the body is malformed.
    void feed(std::string_view bytes);
    /// True when the closing boundary has arrived and nothing is open.
    bool isFinished() const { return m_state == State::After; }

private:
    enum class State { Before, Boundary, Head, Data, After };

    bool step();
    bool skipToBoundary();
    bool readBoundaryEnd();
    bool readHead();
    bool readData();

    std::string m_delimiter; // "\r\n--boundary"
    std::string m_held;      // what cannot be decided yet
    Consumer &m_consumer;
    State m_state = State::Before;
};

} // namespace callboard::server
