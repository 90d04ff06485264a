// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace callboard {

std::string toText(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace callboard
