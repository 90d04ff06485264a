// SPDX-License-Identifier: GPL-3.0-or-later
// People from a file, known by their mail address: new ones are made, those who are there are changed with
// ?update=true and else left as they are. Taken as a whole or not at all.
#pragma once

#include "core/api/Operation.h"

#include <optional>
#include <string>

namespace callboard::exchange {

/// The role that people mean by a word: "Artist", "Studio Manager"; nothing for a word that means none.
std::optional<std::string> roleByWord(std::string_view word);

api::Response importPersons(api::Working &working, api::Request &request);

} // namespace callboard::exchange
