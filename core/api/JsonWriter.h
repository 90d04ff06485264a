// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON text piece by piece into a sink, without building a tree. One writer belongs to one
// request worker; when the sink refuses (the client went away) it throws and the operation ends.
#pragma once

#include "core/base/Json.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace callboard::api {

class JsonWriter
{
public:
    /// Takes finished pieces of some 64 KiB; may block until the client has taken earlier ones.
    using Sink = std::function<void(std::string_view piece)>;

    explicit JsonWriter(Sink sink, std::size_t pieceSize = 64 * 1024);
    /// Collects everything; read it with take().
    JsonWriter();

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(std::string_view name);
    /// A key that needs no escapes, already written as `"name":`.
    JsonWriter &quotedKey(std::string_view nameWithQuotesAndColon);

    JsonWriter &string(std::string_view text);
    /// A string that needs no escapes (identifiers, dates).
    JsonWriter &plainString(std::string_view text);
    JsonWriter &integer(std::int64_t value);
    JsonWriter &real(double value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    /// JSON text as it is, for instance from a JSON column.
    JsonWriter &raw(std::string_view jsonText);
    JsonWriter &value(const Json &value);

    /// Hands the rest to the sink.
    void flush();
    /// Everything written so far; only without a sink.
    std::string take() { return std::move(m_buffer); }

private:
    void separate();
    void flushWhenFull();

    Sink m_sink;
    std::size_t m_pieceSize = 0;
    std::string m_buffer;
    bool m_needsComma = false;
};

} // namespace callboard::api
