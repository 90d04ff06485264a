// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/HeaderText.h"

#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <ctime>

namespace callboard::server {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes the quoted string or token at the beginning of `rest`.
std::string takeValue(std::string_view &rest)
{
    std::string value;
    if (rest.empty() || rest.front() != '"') {
        const auto end = std::min(rest.find(';'), rest.size());
        value = trimmed(rest.substr(0, end));
        rest.remove_prefix(end);
        return value;
    }
    std::size_t i = 1;
    for (; i < rest.size() && rest[i] != '"'; ++i) {
        if (rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\')) ++i;
        value += rest[i];
    }
    rest.remove_prefix(std::min(i + 1, rest.size()));
    return value;
}

} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string mainValue(std::string_view field)
{
    std::string value(trimmed(field.substr(0, std::min(field.find(';'), field.size()))));
    std::transform(value.begin(), value.end(), value.begin(), lower);
    return value;
}

std::optional<std::string> fieldParameter(std::string_view field, std::string_view name)
{
    auto rest = field.substr(std::min(field.find(';'), field.size()));
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const auto candidate = trimmed(rest.substr(0, equals));
        rest = rest.substr(equals + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        auto value = takeValue(rest);
        if (equalsIgnoringCase(candidate, name)) return value;
        rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    }
    return std::nullopt;
}

std::string httpDate(std::int64_t seconds)
{
    // Not strftime's %a and %b: they speak the user's language.
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    gmtime_r(&time, &parts);
    char text[64];
    const int length = std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday],
        parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
    return std::string(text, static_cast<std::size_t>(length));
}

std::optional<std::int64_t> secondsOfHttpDate(std::string_view text)
{
    const std::string copy(trimmed(text));
    for (const char *form : {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"}) {
        std::tm parts{};
        // strptime_l with the C locale: names of days and months are English on the wire.
        static const locale_t english = newlocale(LC_ALL_MASK, "C", nullptr);
        const char *end = strptime_l(copy.c_str(), form, &parts, english);
        if (end && *end == '\0') return timegm(&parts);
    }
    return std::nullopt;
}

std::string attachmentNamed(std::string_view fileName)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string plain, encoded;
    bool isPlain = true;
    for (const char c : fileName) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isSafe = std::isalnum(byte) || std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
        const bool isQuotable = byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\' && c != '%';
        plain += isQuotable ? c : '_';
        isPlain = isPlain && isQuotable;
        if (isSafe && byte < 0x80) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += hex[byte >> 4];
            encoded += hex[byte & 15];
        }
    }
    std::string field = "attachment; filename=\"" + plain + '"';
    if (!isPlain) field += "; filename*=UTF-8''" + encoded;
    return field;
}

std::string_view reasonOf(int status)
{
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
    return {reason.data(), reason.size()};
}

} // namespace callboard::server
