// SPDX-License-Identifier: GPL-3.0-or-later
// The percent signs of addresses and forms (RFC 3986, and application/x-www-form-urlencoded of the WHATWG).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace callboard::api {

/// 0 to 15, or -1 when it is no hexadecimal digit.
int hexValue(char c);
/// Nothing when a percent sign is not followed by two hexadecimal digits.
std::optional<std::string> percentDecoded(std::string_view text);
/// As forms are read: a plus is a space, and a percent sign without its digits stands for itself.
std::string decodedFormText(std::string_view text);

} // namespace callboard::api
