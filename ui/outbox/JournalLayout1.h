// SPDX-License-Identifier: GPL-3.0-or-later
// The first layout of the journal knew a change by its request alone.
#pragma once

namespace callboard::store {
class Connection;
}

namespace callboard::ui {

/// Adds what layout 2 has more, read from each request's path. Within a transaction of the caller.
void bringFromLayout1(store::Connection &file);

} // namespace callboard::ui
