// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/JsonWriter.h"

#include <charconv>
#include <cmath>

namespace callboard::api {

JsonWriter::JsonWriter(Sink sink, std::size_t pieceSize)
    : m_sink(std::move(sink))
    , m_pieceSize(pieceSize)
{
    m_buffer.reserve(pieceSize + pieceSize / 4);
}

JsonWriter::JsonWriter() = default;

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_buffer += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_buffer += '}';
    m_needsComma = true;
    flushWhenFull();
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_buffer += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_buffer += ']';
    m_needsComma = true;
    flushWhenFull();
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    string(name);
    m_buffer += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::quotedKey(std::string_view nameWithQuotesAndColon)
{
    separate();
    m_buffer += nameWithQuotesAndColon;
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::string(std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    separate();
    m_buffer += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        m_buffer.append(text, begin, i - begin);
        begin = i + 1;
        switch (c) {
        case '"': m_buffer += "\\\""; break;
        case '\\': m_buffer += "\\\\"; break;
        case '\n': m_buffer += "\\n"; break;
        case '\r': m_buffer += "\\r"; break;
        case '\t': m_buffer += "\\t"; break;
        default:
            m_buffer += "\\u00";
            m_buffer += hex[c >> 4];
            m_buffer += hex[c & 15];
        }
    }
    m_buffer.append(text, begin, std::string_view::npos);
    m_buffer += '"';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::plainString(std::string_view text)
{
    separate();
    m_buffer += '"';
    m_buffer += text;
    m_buffer += '"';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::integer(std::int64_t value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return raw({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter &JsonWriter::real(double value)
{
    if (!std::isfinite(value)) return null();
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    const std::string_view text(digits, static_cast<std::size_t>(end - digits));
    raw(text);
    // A real stays recognisable as one, as clients that check types expect.
    if (text.find_first_of(".e") == std::string_view::npos) m_buffer += ".0";
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    return raw(value ? "true" : "false");
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(std::string_view jsonText)
{
    separate();
    m_buffer += jsonText;
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::value(const Json &value)
{
    return raw(toText(value));
}

void JsonWriter::flush()
{
    if (m_sink && !m_buffer.empty()) {
        m_sink(m_buffer);
        m_buffer.clear();
    }
}

void JsonWriter::separate()
{
    if (m_needsComma) m_buffer += ',';
}

void JsonWriter::flushWhenFull()
{
    if (m_sink && m_buffer.size() >= m_pieceSize) flush();
}

} // namespace callboard::api
