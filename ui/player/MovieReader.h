// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/LibavClose.h"
#include "ui/player/MediaReader.h"

#include <vector>

namespace callboard::ui {

class PictureConversion;

/// A movie whose frames are counted in the order of showing. On opening, every packet is looked at
/// (not decoded), so each frame's moment and the key frames are known and frame N is frame N: with
/// B-frames, uneven rates, edit lists and files cut short.
class MovieReader final : public MediaReader
{
public:
    static constexpr int mostFrames = 2'000'000;
    static constexpr qint64 mostPixels = 8192LL * 8192LL;

    static OpenedMedia open(const QString &file, const std::atomic_bool &cancelled);
    ~MovieReader() override;

    const MediaFormat &format() const override { return m_format; }
    std::optional<MediaFault> read(int index, const FrameSink &sink) override;

private:
    struct Moment
    {
        qint64 pts;      ///< of showing, in the stream's time base
        qint64 seekTime; ///< by which the container finds this packet
        bool isKey;
    };
    enum class Step { Frame, End, Cancelled };

    explicit MovieReader(const std::atomic_bool &cancelled);
    std::optional<MediaFault> openContainer(const QString &file);
    std::optional<MediaFault> openDecoder();
    std::optional<MediaFault> countFrames();
    void describe(qint64 promisedFrames);
    bool canReachForward(int index) const;
    /// Stands before the key frame; returns the index of the key frame gone to.
    int seekToKey(int index);
    Step decodeNext();
    int indexOf(qint64 pts) const;
    int indexOfDecoded() const;

    const std::atomic_bool &m_cancelled;
    std::unique_ptr<AVFormatContext, LibavClose> m_container;
    std::unique_ptr<AVCodecContext, LibavClose> m_decoder;
    std::unique_ptr<AVFrame, LibavClose> m_frame;
    std::unique_ptr<AVPacket, LibavClose> m_packet;
    std::unique_ptr<PictureConversion> m_conversion;
    MediaFormat m_format;
    std::vector<Moment> m_moments; ///< in the order of showing
    std::vector<int> m_keyBefore;  ///< for each frame the key frame to start decoding from
    int m_stream = -1;
    int m_next = -1; ///< the frame that decoding gives next; -1: seek first
    bool m_isDraining = false;
    /// The container (AVI) tells no time of showing and there are B-frames: only counting from the
    /// first frame on is exact.
    bool m_countsFromStart = false;
};

} // namespace callboard::ui
