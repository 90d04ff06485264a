// SPDX-License-Identifier: GPL-3.0-or-later
// A cut as editors write it, brought to one form: clips with their places in it, in frames. OpenTimelineIO (.otio),
// Final Cut Pro 7 XML (.xml) and CMX3600 edit decision lists (.edl) become this.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace callboard::exchange {

/// A time in frames of a rate (frames a second); files may cut frames.
struct FrameTime
{
    double frames = 0;
    double rate = 1;

    double seconds() const { return frames / rate; }
};

struct FrameRange
{
    FrameTime start;
    FrameTime duration;
};

/// A clip as it lies in the cut.
struct TimelineClip
{
    std::string name;
    // From 0, in the clip's rate, the last frame included; nothing when the clip has no length.
    std::optional<std::int64_t> frameIn;
    std::optional<std::int64_t> frameOut;
    std::optional<std::int64_t> frameCount; // of its source; nothing when the file does not say
    int line = 0;                           // of the file, from 1; 0: not known
};

/// One thing after the other.
struct TrackItem
{
    bool isClip = false; // else it takes time alone: a gap, a nested stack
    std::string name;
    std::optional<FrameRange> source;
    std::optional<FrameRange> media; // what there is of it
    FrameTime length;                // how long it takes where neither says so
    int line = 0;

    FrameTime duration() const;
};

struct Track
{
    std::vector<TrackItem> items;
    std::optional<FrameRange> visible; // the part of the track that is shown
};

/// The clips of a track with their places. What lies outside of the visible part has the place that it has in its
/// source.
std::vector<TimelineClip> clipsOf(const Track &track);

/// The file cannot be read; says why and where.
class TimelineError : public std::runtime_error
{
public:
    TimelineError(int line, const std::string &sentence)
        : std::runtime_error(sentence)
        , m_line(line)
    {}
    int line() const { return m_line; } // 0: not known

private:
    int m_line;
};

/// A file by its name's extension (otio, edl, xml). `rate` is that of lists that do not tell their own. Throws
/// TimelineError.
std::vector<TimelineClip> readTimeline(std::string_view text, const std::string &extension, double rate);

std::vector<TimelineClip> readOtio(std::string_view text);
std::vector<TimelineClip> readFinalCut(std::string_view text);
std::vector<TimelineClip> readEdl(std::string_view text, double rate);

/// A time that can be worked with. Throws TimelineError.
FrameTime checkedTime(double frames, double rate, int line);
/// The last part of a path or address without its extension.
std::string stemOf(std::string_view path);

} // namespace callboard::exchange
