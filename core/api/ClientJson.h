// SPDX-License-Identifier: GPL-3.0-or-later
// JSON and text as clients send them: what would harm further in is refused here.
#pragma once

#include "core/base/Json.h"

#include <string>
#include <string_view>

namespace callboard::api {

/// Levels of lists and objects in each other that are taken: values are written and destroyed level by level, on
/// stacks that end.
inline constexpr int greatestDepth = 100;

/// A discarded value when the text is no JSON. Throws Error 400 when it is nested too deeply or holds the character
/// that ends texts (U+0000).
Json parseClientJson(std::string_view text);
/// True for UTF-8 without U+0000.
bool isPlainText(std::string_view text);

} // namespace callboard::api
