// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchange/Timeline.h"

#include <algorithm>
#include <cmath>

namespace callboard::exchange {

namespace {

constexpr double mostFrames = 1e9;
constexpr double mostFramesASecond = 1e5;
/// Sums of seconds are not exact; a thousandth of a frame is nothing.
constexpr double nothing = 1e-3;

std::int64_t wholeFrame(double frames)
{
    return static_cast<std::int64_t>(std::floor(frames + nothing));
}

/// The last frame of a range: a range that ends within a frame shows it.
std::int64_t lastFrame(double start, double duration)
{
    if (duration <= 1 + nothing) return wholeFrame(start);
    const bool isWhole = std::abs(duration - std::round(duration)) < nothing;
    return wholeFrame(start + duration - (isWhole ? 1 : 0));
}

void setPlace(TimelineClip &clip, double start, double duration)
{
    if (!(std::abs(start) + duration <= mostFrames)) throw TimelineError(clip.line, "The cut is too long.");
    clip.frameIn = wholeFrame(start);
    clip.frameOut = lastFrame(start, duration);
}

} // namespace

FrameTime TrackItem::duration() const
{
    if (source) return source->duration;
    return media ? media->duration : length;
}

std::vector<TimelineClip> clipsOf(const Track &track)
{
    std::vector<TimelineClip> clips;
    double at = 0; // seconds
    for (const TrackItem &item : track.items) {
        const FrameTime duration = item.duration();
        const double begin = at;
        at += duration.seconds();
        if (!item.isClip) continue;
        TimelineClip clip;
        clip.name = item.name;
        clip.line = item.line;
        if (item.source) clip.frameCount = static_cast<std::int64_t>(item.source->duration.frames);
        const auto &own = item.source ? item.source : item.media;
        if (own) {
            double from = begin;
            double to = at;
            if (track.visible) {
                from = std::max(from, track.visible->start.seconds());
                to = std::min(to, track.visible->start.seconds() + track.visible->duration.seconds());
            }
            const bool isVisible = !track.visible || from < to;
            if (isVisible)
                setPlace(clip, from * duration.rate, (to - from) * duration.rate);
            else
                setPlace(clip, own->start.frames, own->duration.frames);
        }
        clips.push_back(std::move(clip));
    }
    return clips;
}

std::vector<TimelineClip> readTimeline(std::string_view text, const std::string &extension, double rate)
{
    if (extension == "otio") return readOtio(text);
    if (extension == "xml") return readFinalCut(text);
    if (extension == "edl") return readEdl(text, rate);
    throw TimelineError(0, "Send the cut as .otio, .edl or .xml.");
}

FrameTime checkedTime(double frames, double rate, int line)
{
    if (!(std::abs(frames) <= mostFrames)) throw TimelineError(line, "A time in the file is too large.");
    if (!(rate >= 1e-3 && rate <= mostFramesASecond))
        throw TimelineError(line, "A rate in the file is no number of frames a second.");
    return {frames, rate};
}

std::string stemOf(std::string_view path)
{
    if (const auto slash = path.find_last_of("/\\"); slash != std::string_view::npos) path.remove_prefix(slash + 1);
    if (const auto dot = path.find_last_of('.'); dot != std::string_view::npos && dot > 0) path = path.substr(0, dot);
    return std::string(path);
}

} // namespace callboard::exchange
