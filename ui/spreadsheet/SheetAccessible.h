// SPDX-License-Identifier: GPL-3.0-or-later
// The spreadsheet for screen readers: a table whose cells say all of themselves, as in
// "SQ020 SH0030, Animation, in progress, Mia Okafor, high priority, unread".
#pragma once

namespace callboard::ui {

// Once, before the first SheetView is looked at; the view's constructor does it.
void installSheetAccessibility();

} // namespace callboard::ui
