// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/UrlText.h"

namespace callboard::api {

namespace {

/// The byte that the percent sign at `place` stands for, or -1.
int encodedByte(std::string_view text, std::size_t place)
{
    if (place + 2 >= text.size()) return -1;
    const int high = hexValue(text[place + 1]);
    const int low = hexValue(text[place + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace

int hexValue(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const int byte = encodedByte(text, i);
        if (byte < 0) return std::nullopt;
        decoded += static_cast<char>(byte);
        i += 2;
    }
    return decoded;
}

std::string decodedFormText(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = text[i] == '%' ? encodedByte(text, i) : -1;
        if (byte >= 0) {
            decoded += static_cast<char>(byte);
            i += 2;
        } else {
            decoded += text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

} // namespace callboard::api
