// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/FrameCache.h"

#include <algorithm>

namespace callboard::ui {

FrameCache::FrameCache(qint64 byteLimit, int frameCount, qint64 bytesPerFrame)
    : m_byteLimit(byteLimit)
    , m_frameCount(std::max(1, frameCount))
    , m_capacity(int(std::clamp<qint64>(byteLimit / std::max<qint64>(1, bytesPerFrame), 1, m_frameCount)))
{
    setPlayhead({0, 1, {0, m_frameCount - 1}, false});
}

void FrameCache::setPlayhead(const Playhead &playhead)
{
    m_playhead = playhead;
    m_playhead.frame = std::clamp(playhead.frame, 0, m_frameCount - 1);
    measureRoom();
}

void FrameCache::measureRoom()
{
    const FrameRange all{0, m_frameCount - 1};
    const FrameRange &range = m_playhead.range;
    const bool isInside = range.first >= 0 && range.last < m_frameCount && range.contains(m_playhead.frame);
    m_span = isInside ? range : all;
    m_isRing = isInside && m_playhead.loops;
    const int toEnd = m_playhead.direction > 0 ? m_span.last - m_playhead.frame : m_playhead.frame - m_span.first;
    const int reachAhead = m_isRing ? m_span.length() : toEnd + 1;
    const int reachBehind = m_span.length() - (toEnd + 1);
    // What one side does not need, the other gets.
    const int forBehind = m_isRing ? m_capacity / 4 : std::min(m_capacity / 4, reachBehind);
    m_ahead = std::clamp(m_capacity - forBehind, 1, reachAhead);
    m_behind = std::min(m_capacity - m_ahead, m_isRing ? m_span.length() - m_ahead : reachBehind);
}

int FrameCache::rankOf(int frame) const
{
    if (!m_span.contains(frame)) return -1;
    const int length = m_span.length();
    int ahead = (frame - m_playhead.frame) * m_playhead.direction;
    int behind = -ahead;
    if (m_isRing) {
        ahead = (ahead % length + length) % length;
        behind = (behind % length + length) % length;
    }
    if (ahead >= 0 && ahead < m_ahead) return ahead;
    return behind > 0 && behind <= m_behind ? m_ahead + behind - 1 : -1;
}

int FrameCache::frameOfRank(int rank) const
{
    const int steps = rank < m_ahead ? rank : -(rank - m_ahead + 1);
    const int frame = m_playhead.frame + steps * m_playhead.direction;
    const int length = m_span.length();
    return m_isRing ? m_span.first + ((frame - m_span.first) % length + length) % length : frame;
}

std::optional<QImage> FrameCache::find(int frame) const
{
    const auto found = m_frames.find(frame);
    return found == m_frames.end() ? std::nullopt : std::optional(found->second);
}

bool FrameCache::wants(int frame) const
{
    return rankOf(frame) >= 0;
}

void FrameCache::evictOne()
{
    const auto cost = [this](int frame) {
        const int rank = rankOf(frame);
        return rank >= 0 ? rank : m_frameCount + std::abs(frame - m_playhead.frame);
    };
    const auto worst = std::max_element(m_frames.begin(), m_frames.end(),
        [&](const auto &one, const auto &other) { return cost(one.first) < cost(other.first); });
    m_bytes -= worst->second.sizeInBytes();
    m_frames.erase(worst);
}

void FrameCache::insert(int frame, const QImage &picture)
{
    if (!wants(frame) || has(frame)) return;
    m_frames.emplace(frame, picture);
    m_bytes += picture.sizeInBytes();
    // One frame must always fit, however large: it is what the viewer looks at.
    while (m_bytes > m_byteLimit && m_frames.size() > 1) evictOne();
}

std::vector<FrameRange> FrameCache::ranges() const
{
    std::vector<FrameRange> ranges;
    for (const auto &[frame, picture] : m_frames) {
        if (!ranges.empty() && ranges.back().last == frame - 1)
            ranges.back().last = frame;
        else
            ranges.push_back({frame, frame});
    }
    return ranges;
}

} // namespace callboard::ui
