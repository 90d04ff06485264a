// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON value used for request bodies and small answers; members keep their order.
// Large lists never become such a value: they are written with JsonWriter.
#pragma once

#include <nlohmann/json.hpp>

namespace callboard {

using Json = nlohmann::ordered_json;

/// The text of `value` as UTF-8; bytes that are no UTF-8 are replaced, never thrown on.
inline std::string toText(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace callboard
