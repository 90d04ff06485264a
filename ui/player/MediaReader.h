// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/Medium.h"

#include <QImage>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace callboard::ui {

/// Who receives frames. Decoding one frame often passes others; `wants` says which of them are worth
/// their conversion.
struct FrameSink
{
    std::function<bool(int index)> wants;
    std::function<void(int index, const QImage &picture)> take;
    std::function<bool()> isOver; ///< may lack; true: nobody waits any more, give up without the frame
};

/// Gives any frame of one file exactly. Used from one thread at a time; slow, so never the GUI's.
class MediaReader
{
public:
    virtual ~MediaReader() = default;
    virtual const MediaFormat &format() const = 0;
    /// Hands the frame with that index (0-based) to the sink, and those passed on the way that it wants.
    virtual std::optional<MediaFault> read(int index, const FrameSink &sink) = 0;

    /// The one frame alone.
    std::variant<QImage, MediaFault> frame(int index);
};

using OpenedMedia = std::variant<std::unique_ptr<MediaReader>, MediaFault>;

/// Opens a movie or a picture, whichever the file holds. Setting `cancelled` from another thread ends
/// opening and reading early with a fault; it must outlive the reader.
OpenedMedia openMedia(const QString &file, const std::atomic_bool &cancelled);

} // namespace callboard::ui
