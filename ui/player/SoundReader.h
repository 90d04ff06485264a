// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/LibavClose.h"

#include <QString>

#include <memory>
#include <vector>

namespace callboard::ui {

/// The sound of a movie as 16-bit stereo at 48 kHz, from any moment on, exact to the sample. Time 0 is
/// that of the first picture. Used from one thread.
class SoundReader
{
public:
    static constexpr int sampleRate = 48'000;
    static constexpr int channels = 2;

    /// Null if the file has no sound that can be decoded.
    static std::unique_ptr<SoundReader> open(const QString &file);
    ~SoundReader();

    void seek(double seconds);
    /// Fills up to so many moments (a sample for each channel); fewer only at the end.
    qint64 read(qint16 *target, qint64 moments);

private:
    SoundReader();
    bool openStream(const QString &file);
    bool prepareConversion();
    bool decodeMore();
    void takeFrame();

    std::unique_ptr<AVFormatContext, LibavClose> m_container;
    std::unique_ptr<AVCodecContext, LibavClose> m_decoder;
    std::unique_ptr<SwrContext, LibavClose> m_conversion;
    std::unique_ptr<AVFrame, LibavClose> m_frame;
    std::unique_ptr<AVPacket, LibavClose> m_packet;
    int m_stream = -1;
    double m_origin = 0;           ///< the first picture's time in the container, seconds
    std::vector<qint16> m_samples; ///< decoded, not yet read
    size_t m_taken = 0;            ///< of m_samples
    qint64 m_wantedFrom = 0;       ///< moments before that are thrown away after a seek
    bool m_isAligned = false;      ///< the place of what is decoded is known
    bool m_isDraining = false;
};

} // namespace callboard::ui
