// SPDX-License-Identifier: GPL-3.0-or-later
// Names as parts of paths and of file names, which every system and every tool of a pipeline can hold.
#pragma once

#include <string>
#include <string_view>

namespace callboard {

/// The text in plain Latin letters and digits: accents are left out, other letters and scripts are written as they
/// sound (ß ss, Ł L, 熊 xiong, Медведь Medved), so that names stay apart; all else becomes one `joint`, never at an
/// end. A text that has nothing of the kind gives the numbers of its characters; only an empty one gives an empty slug.
std::string slugOf(std::string_view text, char joint);

} // namespace callboard
