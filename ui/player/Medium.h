// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/FrameRate.h"

#include <QSize>
#include <QString>

#include <optional>

namespace callboard::ui {

/// What to show: a file on this computer and what its production knows of it.
struct Medium
{
    QString file;
    QString label;                 ///< short, such as "v3 · today"; shown on the picture when comparing
    int firstFrame = 1;            ///< the shot's own number of the first frame, such as 1001
    std::optional<FrameRate> rate; ///< the production's; the file's own where it lacks

    bool operator==(const Medium &) const = default;
};

/// What a file turned out to hold.
struct MediaFormat
{
    QSize size;         ///< pixels
    int frameCount = 0; ///< frames that can be shown; 1 for a picture
    FrameRate rate;     ///< of a movie with uneven frames: the average
    bool isPicture = false;
    bool hasSound = false;
    bool isComplete = true; ///< false: the file ends before the frames that its header promises
    QString codec;          ///< "h264", "prores", "png"

    bool operator==(const MediaFormat &) const = default;
};

/// Why a file or a frame can't be shown: one sentence for the user.
struct MediaFault
{
    QString sentence;
    bool operator==(const MediaFault &) const = default;
};

} // namespace callboard::ui
