// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace callboard::ui {

class Page;

/// Opens the sheet for a new production over that page's window; when it is made, leads to its shots and
/// offers to make some.
void planProduction(Page &page);

} // namespace callboard::ui
