// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON value used for request bodies and small answers; members keep their order.
// Large lists never become such a value: they are written with JsonWriter.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

// Its members are compiled once, in Json.cpp, instead of in each file that uses one.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace callboard {

using Json = nlohmann::ordered_json;

/// The text of `value` as UTF-8; bytes that are no UTF-8 are replaced, never thrown on.
std::string toText(const Json &value);

} // namespace callboard
