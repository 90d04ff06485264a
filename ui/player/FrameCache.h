// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <map>
#include <optional>
#include <vector>

namespace callboard::ui {

/// Frames from first to last, both in; 0-based.
struct FrameRange
{
    int first = 0;
    int last = 0;
    int length() const { return last - first + 1; }
    bool contains(int frame) const { return frame >= first && frame <= last; }
    bool operator==(const FrameRange &) const = default;
};

/// Where the viewer is and where he is heading.
struct Playhead
{
    int frame = 0;
    int direction = 1;  ///< 1 forward, -1 backward
    FrameRange range;   ///< what is played
    bool loops = false; ///< after the last of the range comes its first
    /// In time with a clock: a frame that is due now and not decoded is lost already, so decoding aims
    /// some frames ahead and stays sequential, instead of chasing what is due.
    bool isMoving = false;
    bool operator==(const Playhead &) const = default;
};

/// Decoded frames around the playhead, never more than a number of bytes. Three quarters of the room
/// are for what comes next in the playing direction, the rest for what was just seen. Not for use
/// from two threads.
class FrameCache
{
public:
    static constexpr int leadFrames = 8;

    FrameCache(qint64 byteLimit, int frameCount, qint64 bytesPerFrame);

    void setPlayhead(const Playhead &playhead);
    const Playhead &playhead() const { return m_playhead; }

    bool has(int frame) const { return m_frames.contains(frame); }
    std::optional<QImage> find(int frame) const;
    /// Whether the frame lies in the room around the playhead; only such frames are kept on insertion.
    bool wants(int frame) const;
    void insert(int frame, const QImage &picture);
    /// The most urgent frame that `isMissing` names; nothing if all is there.
    template<typename Missing>
    std::optional<int> mostUrgent(Missing isMissing) const
    {
        const int lead = m_playhead.isMoving ? std::min(leadFrames, m_ahead / 2) : 0;
        const auto search = [&](int from, int to) -> std::optional<int> {
            for (int rank = from; rank < to; ++rank)
                if (const int frame = frameOfRank(rank); !has(frame) && isMissing(frame)) return frame;
            return std::nullopt;
        };
        if (const auto ahead = search(lead, m_ahead)) return ahead;
        if (const auto near = search(0, lead)) return near;
        return search(m_ahead, m_ahead + m_behind);
    }

    qint64 bytes() const { return m_bytes; }
    int count() const { return int(m_frames.size()); }
    std::vector<FrameRange> ranges() const;

private:
    int rankOf(int frame) const; ///< 0 most urgent; -1 not wanted
    int frameOfRank(int rank) const;
    void measureRoom();
    void evictOne();

    const qint64 m_byteLimit;
    const int m_frameCount;
    const int m_capacity;
    Playhead m_playhead;
    FrameRange m_span; ///< what the room is laid over: the range, or all when outside of it
    bool m_isRing = false;
    int m_ahead = 0; ///< frames wanted from the playhead on, itself included
    int m_behind = 0;
    std::map<int, QImage> m_frames;
    qint64 m_bytes = 0;
};

} // namespace callboard::ui
