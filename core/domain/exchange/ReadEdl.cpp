// SPDX-License-Identifier: GPL-3.0-or-later
// Edit decision lists in the form of CMX 3600: an event a line with four timecodes, comments below it that name the
// clip.
#include "core/domain/exchange/Timeline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace callboard::exchange {

namespace {

struct Event
{
    std::size_t names = 0; // which of the names are its own
    std::string reel;
    bool isCut = true;                    // else a dissolve, a wipe or a key: the clip is the one that comes
    std::array<std::int64_t, 4> frames{}; // source in and out, record in and out
    int line = 0;
};

struct Names
{
    std::string from;
    std::string to;
    std::string file;
};

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    while (true) {
        const auto begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos) return words;
        const auto end = std::min(line.find_first_of(" \t\r", begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        line.remove_prefix(end);
    }
}

bool isNumber(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// V, V2, AA/V, B (both): whatever has a picture.
bool hasPicture(std::string_view channel)
{
    return channel == "B" || channel.find('V') != std::string_view::npos;
}

class EdlReader
{
public:
    EdlReader(std::string_view text, double rate)
        : m_text(text)
        , m_nominal(static_cast<std::int64_t>(std::lround(checkedTime(0, rate, 0).rate)))
    {}

    std::vector<TimelineClip> read()
    {
        std::size_t begin = 0;
        for (int line = 1; begin <= m_text.size(); ++line) {
            const std::size_t end = std::min(m_text.find('\n', begin), m_text.size());
            readLine(m_text.substr(begin, end - begin), line);
            begin = end + 1;
        }
        if (m_events.empty() && !m_hasTitle) throw TimelineError(1, "The file is no edit decision list.");
        return placed();
    }

private:
    void readLine(std::string_view line, int number)
    {
        const auto words = wordsOf(line);
        if (words.empty()) return;
        if (words[0] == "TITLE:") m_hasTitle = true;
        if (words[0].front() == '*')
            readComment(line);
        else if (isNumber(words[0]))
            readEvent(words, number);
    }

    /// "001  AX  V  C  00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00"; a transition has its length before them.
    void readEvent(const std::vector<std::string_view> &words, int line)
    {
        // The two lines of a dissolve share a number, and the comments below them.
        if (words[0] != m_number) m_names.emplace_back();
        m_number = words[0];
        if (words.size() < 8) throw TimelineError(line, "An event needs reel, channel, edit and four timecodes.");
        Event event;
        event.names = m_names.size() - 1;
        event.reel = std::string(words[1]);
        event.isCut = words[3] == "C";
        event.line = line;
        for (std::size_t i = 0; i < 4; ++i) event.frames[i] = framesOf(words[words.size() - 4 + i], line);
        if (event.frames[3] < event.frames[2] || event.frames[1] < event.frames[0])
            throw TimelineError(line, "An event ends before it begins.");
        if (hasPicture(words[2])) m_events.push_back(std::move(event));
    }

    void readComment(std::string_view line)
    {
        Names &names = m_names.back();
        for (const auto &[label, name] : {std::pair{std::string_view("FROM CLIP NAME:"), &names.from},
                 {std::string_view("TO CLIP NAME:"), &names.to}, {std::string_view("SOURCE FILE:"), &names.file}}) {
            const auto found = line.find(label);
            // "FROM CLIP NAME IS A STILL" and free words may hold a label too: it begins the comment.
            if (found == std::string_view::npos || line.find_first_not_of("* \t") != found) continue;
            std::string_view value = line.substr(found + label.size());
            const auto begin = value.find_first_not_of(" \t\r");
            const auto end = value.find_last_not_of(" \t\r");
            *name = begin == std::string_view::npos ? "" : std::string(value.substr(begin, end - begin + 1));
        }
    }

    /// "01:00:02:12", with a semicolon before the frames where two a minute are dropped.
    std::int64_t framesOf(std::string_view timecode, int line) const
    {
        std::array<std::int64_t, 4> parts{};
        bool isDropped = false;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::size_t end = i == 3 ? timecode.size() : timecode.find_first_of(":;.", begin);
            const bool isThere = end != std::string_view::npos && end > begin && end - begin <= 3;
            const std::string_view digits = isThere ? timecode.substr(begin, end - begin) : std::string_view();
            if (!isNumber(digits)) throw TimelineError(line, std::string(timecode) + " is no timecode.");
            std::from_chars(digits.data(), digits.data() + digits.size(), parts[i]);
            if (i == 2 && end < timecode.size()) isDropped = timecode[end] == ';';
            begin = end + 1;
        }
        if (parts[1] > 59 || parts[2] > 59 || parts[3] >= m_nominal)
            throw TimelineError(line, std::string(timecode) + " is no timecode at the production's rate.");
        const std::int64_t minutes = parts[0] * 60 + parts[1];
        const std::int64_t frames = (minutes * 60 + parts[2]) * m_nominal + parts[3];
        const bool dropsFrames = isDropped && (m_nominal == 30 || m_nominal == 60);
        return dropsFrames ? frames - m_nominal / 15 * (minutes - minutes / 10) : frames;
    }

    std::string nameOf(const Event &event) const
    {
        const Names &names = m_names[event.names];
        const std::string &name = event.isCut || names.to.empty() ? names.from : names.to;
        if (!name.empty()) return name;
        if (!names.file.empty()) return stemOf(names.file);
        return event.reel == "AX" ? std::string() : event.reel;
    }

    FrameTime timeOf(const Event &event, std::int64_t frames) const
    {
        return checkedTime(static_cast<double>(frames), static_cast<double>(m_nominal), event.line);
    }

    /// Black takes time alone. What stands still has the length that it is shown.
    TrackItem itemOf(const Event &event) const
    {
        const std::int64_t sourced = event.frames[1] - event.frames[0];
        const std::int64_t recorded = event.frames[3] - event.frames[2];
        TrackItem item;
        item.isClip = event.reel != "BL";
        item.line = event.line;
        item.length = timeOf(event, !item.isClip || sourced == 0 ? recorded : sourced);
        if (!item.isClip) return item;
        item.name = nameOf(event);
        item.source = FrameRange{timeOf(event, event.frames[0]), item.length};
        return item;
    }

    /// As OpenTimelineIO places them: a track counts from zero and shows what its record timecodes name. Where these
    /// begin at an hour, as nearly all do, that is nothing of it, and clips keep the frames of their source.
    std::vector<TimelineClip> placed() const
    {
        Track track;
        std::int64_t first = 0;
        std::int64_t last = 0;
        std::int64_t end = 0; // of the track so far
        for (const Event &event : m_events) {
            // Of a dissolve the first line only says what it comes from.
            if (event.frames[3] == event.frames[2]) continue;
            if (track.items.empty()) first = event.frames[2];
            first = std::min(first, event.frames[2]);
            last = std::max(last, event.frames[3]);
            if (const std::int64_t gap = event.frames[2] - first - end; gap > 0) {
                track.items.emplace_back().length = timeOf(event, gap);
                end += gap;
            }
            track.items.push_back(itemOf(event));
            end += static_cast<std::int64_t>(track.items.back().length.frames);
        }
        if (!track.items.empty())
            track.visible = FrameRange{timeOf(m_events.front(), first), timeOf(m_events.front(), last - first)};
        return clipsOf(track);
    }

    std::string_view m_text;
    std::int64_t m_nominal; // frames that a second of timecode counts
    bool m_hasTitle = false;
    std::string_view m_number; // of the event that comments belong to
    std::vector<Event> m_events;
    std::vector<Names> m_names{1};
};

} // namespace

std::vector<TimelineClip> readEdl(std::string_view text, double rate)
{
    return EdlReader(text, rate).read();
}

} // namespace callboard::exchange
