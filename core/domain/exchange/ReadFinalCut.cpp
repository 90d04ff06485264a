// SPDX-License-Identifier: GPL-3.0-or-later
// Final Cut Pro 7's XML ("xmeml"), which most editing programs write:
// https://developer.apple.com/library/archive/documentation/AppleApplications/Reference/FinalCutPro_XML/
#include "core/domain/exchange/Timeline.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace callboard::exchange {

namespace {

/// An element of a track, as the file has it: frames of the sequence, -1 where a transition hides the edge.
struct ClipItem
{
    std::string name;
    std::string file;
    double start = -1;
    double end = -1;
    double in = -1;
    double out = -1;
    int line = 0;
};

class FinalCutReader
{
public:
    explicit FinalCutReader(std::string_view text)
        : m_xml(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
    {}

    std::vector<TimelineClip> read()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != QLatin1String("xmeml")) {
            throwIfBroken();
            throw TimelineError(line(), "The file is no Final Cut XML (xmeml).");
        }
        readHolder();
        throwIfBroken();
        if (m_sequences == 0) throw TimelineError(line(), "The file has no sequence.");
        return std::move(m_clips);
    }

private:
    int line() const { return static_cast<int>(m_xml.lineNumber()); }

    void throwIfBroken() const
    {
        if (m_xml.hasError()) throw TimelineError(line(), "The file is no XML, or not all of it.");
    }

    bool is(const char *name) const { return m_xml.name() == QLatin1String(name); }

    std::string text() { return m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toStdString(); }

    double number()
    {
        const int where = line();
        const QString text = m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        if (!isNumber && !m_xml.hasError())
            throw TimelineError(where, text.left(40).toStdString() + " is no number of frames.");
        return value;
    }

    /// Projects and bins hold sequences; the file must have one.
    void readHolder()
    {
        int depth = 1;
        while (depth > 0 && !m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement) --depth;
            if (token != QXmlStreamReader::StartElement) continue;
            if (is("sequence"))
                readSequence();
            else if (is("project") || is("children") || is("bin"))
                ++depth;
            else
                m_xml.skipCurrentElement();
        }
    }

    void readSequence()
    {
        if (++m_sequences > 1) throw TimelineError(line(), "The file has several sequences; export one.");
        while (m_xml.readNextStartElement()) {
            if (is("rate"))
                m_rate = readRate();
            else if (is("media"))
                readMedia();
            else
                m_xml.skipCurrentElement();
        }
        for (const auto &items : m_tracks) placeTrack(items);
    }

    double readRate()
    {
        double timebase = 0;
        bool isNtsc = false;
        const int where = line();
        while (m_xml.readNextStartElement()) {
            if (is("timebase"))
                timebase = number();
            else if (is("ntsc"))
                isNtsc = QString::fromStdString(text()).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
            else
                m_xml.skipCurrentElement();
        }
        throwIfBroken();
        return checkedTime(0, isNtsc ? timebase * 1000 / 1001 : timebase, where).rate;
    }

    void readMedia()
    {
        while (m_xml.readNextStartElement()) {
            if (is("video"))
                readVideo();
            else
                m_xml.skipCurrentElement();
        }
    }

    void readVideo()
    {
        while (m_xml.readNextStartElement()) {
            if (is("track"))
                readTrack();
            else
                m_xml.skipCurrentElement();
        }
    }

    void readTrack()
    {
        std::vector<ClipItem> items;
        while (m_xml.readNextStartElement()) {
            if (is("clipitem"))
                readClip(items);
            else
                m_xml.skipCurrentElement();
        }
        m_tracks.push_back(std::move(items));
    }

    void readClip(std::vector<ClipItem> &items)
    {
        ClipItem item;
        item.line = line();
        bool isNested = false;
        while (m_xml.readNextStartElement()) {
            if (is("name"))
                item.name = text();
            else if (is("start"))
                item.start = number();
            else if (is("end"))
                item.end = number();
            else if (is("in"))
                item.in = number();
            else if (is("out"))
                item.out = number();
            else if (is("file"))
                item.file = readFile();
            else {
                isNested = isNested || is("sequence");
                m_xml.skipCurrentElement();
            }
        }
        if (!isNested) items.push_back(std::move(item));
    }

    std::string readFile()
    {
        std::string name;
        while (m_xml.readNextStartElement()) {
            if (is("name"))
                name = text();
            else
                m_xml.skipCurrentElement();
        }
        return stemOf(name);
    }

    void placeTrack(const std::vector<ClipItem> &items)
    {
        if (m_rate == 0) throw TimelineError(0, "The sequence has no rate.");
        Track track;
        double at = 0; // frames of the sequence
        for (ClipItem item : items) {
            const double length = item.in >= 0 && item.out >= item.in ? item.out - item.in : -1;
            if (item.start < 0 && item.end >= 0 && length >= 0) item.start = std::max(0.0, item.end - length);
            if (item.start < 0) item.start = at;
            if (item.end < 0 && length >= 0) item.end = item.start + length;
            if (item.end < item.start) throw TimelineError(item.line, "A clip ends before it begins.");
            for (const double edge : {item.start, item.end}) checkedTime(edge, m_rate, item.line);
            if (item.start > at) track.items.push_back(gap(item.start - at));
            track.items.push_back(clip(item));
            at = std::max(at, item.end);
        }
        for (TimelineClip &placed : clipsOf(track)) m_clips.push_back(std::move(placed));
    }

    TrackItem gap(double frames) const
    {
        TrackItem item;
        item.length = {frames, m_rate};
        return item;
    }

    TrackItem clip(const ClipItem &item) const
    {
        TrackItem placed;
        placed.isClip = true;
        placed.name = item.name.empty() ? item.file : item.name;
        placed.line = item.line;
        placed.source = {{0, m_rate}, {item.end - item.start, m_rate}};
        return placed;
    }

    QXmlStreamReader m_xml;
    int m_sequences = 0;
    double m_rate = 0; // frames a second of the sequence
    std::vector<std::vector<ClipItem>> m_tracks;
    std::vector<TimelineClip> m_clips;
};

} // namespace

std::vector<TimelineClip> readFinalCut(std::string_view text)
{
    return FinalCutReader(text).read();
}

} // namespace callboard::exchange
