// SPDX-License-Identifier: GPL-3.0-or-later
// The window's language. The sources speak English; counted words ("1 shot", "2 shots") get their forms from
// translations/callboard_en.ts, and further languages lie beside it.
#pragma once

namespace callboard::ui {

/// Installs the words into the running application. Call once, before the first widget. GUI thread.
void installWords();

} // namespace callboard::ui
