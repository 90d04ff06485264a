// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/ClientJson.h"

#include "core/api/Error.h"

#include <QByteArrayView>

namespace callboard::api {

namespace {

/// Each value costs some twenty times what the shortest takes as text. Real requests have a hundredth of it.
constexpr std::size_t mostValues = 4'000'000;

} // namespace

Json parseClientJson(std::string_view text)
{
    int depth = 0;
    std::size_t separators = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString) {
            if (c == '"') isInString = false;
            if (c != '\\') continue;
            if (text.substr(i, 6) == "\\u0000") throw badRequest("A text has a character that no text may have.");
            ++i; // What follows a backslash ends no string.
        } else if (c == '"') {
            isInString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > greatestDepth) throw badRequest("The JSON is nested too deeply.");
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == ',' || c == ':') {
            if (++separators > mostValues) throw Error(413, "The JSON has too many values.");
        }
    }
    return Json::parse(text, nullptr, false);
}

bool isPlainText(std::string_view text)
{
    return text.find('\0') == std::string_view::npos
        && QByteArrayView(text.data(), qsizetype(text.size())).isValidUtf8();
}

} // namespace callboard::api
