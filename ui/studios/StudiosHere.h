// SPDX-License-Identifier: GPL-3.0-or-later
// The studios that this program has open itself. A request that is still on its way keeps its studio for a moment
// after the window has closed it; whoever opens the same folder again waits for that.
#pragma once

#include "core/studio/Studio.h"

#include <memory>

namespace callboard::ui {

/// Opens the studio, after one in the same folder that this program is closing has ended (waits up to 10 s).
/// Blocks; on any thread but the GUI's. Throws as Studio's constructor does.
std::shared_ptr<Studio> openStudioHere(StudioOptions options);

/// Lets what is on its way arrive, until every studio is closed again: those that are just being opened, and those
/// that a request still holds. Their threads must not outlive what they read. For the program's end, when its windows
/// are gone; GUI thread. Gives up after 10 s.
void awaitStudiosClosed();

} // namespace callboard::ui
