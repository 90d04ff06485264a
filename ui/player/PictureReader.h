// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/MediaReader.h"

namespace callboard::ui {

/// A still picture as a medium of one frame: the common formats by QImage; EXR, HDR, DPX, TIFF and
/// their like by OpenImageIO, scene-linear ones shown through the sRGB curve.
class PictureReader final : public MediaReader
{
public:
    static constexpr qint64 mostPixels = 16384LL * 16384LL / 2;

    /// By the file's name and, for the common formats, its first bytes.
    static bool reads(const QString &file);
    static OpenedMedia open(const QString &file);

    const MediaFormat &format() const override { return m_format; }
    std::optional<MediaFault> read(int index, const FrameSink &sink) override;

private:
    QString m_file;
    MediaFormat m_format;
    bool m_isProductionFormat = false;
};

} // namespace callboard::ui
