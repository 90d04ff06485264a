// SPDX-License-Identifier: GPL-3.0-or-later
// The small texts of HTTP heads: dates, parameters of a field, reasons.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace callboard::server {

bool equalsIgnoringCase(std::string_view a, std::string_view b);
std::string_view trimmed(std::string_view text);

/// `form-data` of `form-data; name="a"`, in lower case.
std::string mainValue(std::string_view field);
/// A parameter of a field such as Content-Type or Content-Disposition, without quotes (RFC 9110 5.6.6).
/// Backslashes escape only a quote or a backslash, because browsers send paths of Windows unescaped.
std::optional<std::string> fieldParameter(std::string_view field, std::string_view name);

/// Seconds since 1970 as `Sun, 06 Nov 1994 08:49:37 GMT`.
std::string httpDate(std::int64_t seconds);
/// All three forms of RFC 9110; nothing when it is none of them.
std::optional<std::int64_t> secondsOfHttpDate(std::string_view text);

/// `attachment; filename="…"` and, where the name needs it, filename*=UTF-8''… (RFC 6266).
std::string attachmentNamed(std::string_view fileName);

/// "Not Found" of 404.
std::string_view reasonOf(int status);

} // namespace callboard::server
