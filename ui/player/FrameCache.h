// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <map>
#include <optional>
#include <vector>

namespace callboard::player {

/// Frames from first to last, both in; 0-based.
struct FrameRange {
    int first = 0;
    int last = 0;
    int length() const { return last - first + 1; }
    bool contains(int frame) const { return frame >= first && frame <= last; }
    bool operator==(const FrameRange &) const = default;
};

/// Where the viewer is and where he is heading.
struct Playhead {
    int frame = 0;
    int direction = 1;      ///< 1 forward, -1 backward
    FrameRange range;       ///< what is played
    bool loops = false;     ///< after the last of the range comes its first
    bool operator==(const Playhead &) const = default;
};

/// Decoded frames around the playhead, never more than a number of bytes. Three quarters of the room
/// are for what comes next in the playing direction, the rest for what was just seen. Not for use
/// from two threads.
class FrameCache {
public:
    FrameCache(qint64 byteLimit, int frameCount, qint64 bytesPerFrame);

    void setPlayhead(const Playhead &playhead);
    const Playhead &playhead() const { return m_playhead; }

    bool has(int frame) const { return m_frames.contains(frame); }
    std::optional<QImage> find(int frame) const;
    /// Whether the frame lies in the room around the playhead; only such frames are kept on insertion.
    bool wants(int frame) const;
    void insert(int frame, const QImage &picture);
    /// The most urgent frame that `isMissing` names; nothing if all is there.
    template <typename Missing>
    std::optional<int> mostUrgent(Missing isMissing) const
    {
        for (int at = 0; at < m_ahead + m_behind; ++at)
            if (const int frame = frameOfRank(at); !has(frame) && isMissing(frame))
                return frame;
        return std::nullopt;
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
    FrameRange m_span;      ///< what the room is laid over: the range, or all when outside of it
    bool m_isRing = false;
    int m_ahead = 0;        ///< frames wanted from the playhead on, itself included
    int m_behind = 0;
    std::map<int, QImage> m_frames;
    qint64 m_bytes = 0;
};

} // namespace callboard::player
