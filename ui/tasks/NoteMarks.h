// SPDX-License-Identifier: GPL-3.0-or-later
// The frames that comments name, for the timeline of a player.
#pragma once

#include "ui/player/Timeline.h"
#include "ui/values/TaskValues.h"

namespace callboard::ui {

class StudioDirectory;

/// In the colours of the people who wrote. Frames outside of the movie are left out: they are of another revision's
/// length. `firstFrame` is the number of the movie's first frame.
std::vector<TimelineMark> noteMarks(
    const QList<TaskComment> &comments, int firstFrame, int frameCount, const StudioDirectory &directory);

} // namespace callboard::ui
