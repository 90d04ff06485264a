// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace callboard::ui {

__extension__ typedef __int128 Wide; ///< products of two 64-bit numbers

/// Frames per second as an exact ratio: 24000/1001 stays 24000/1001.
struct FrameRate
{
    qint64 numerator = 24;
    qint64 denominator = 1;

    bool isValid() const { return numerator > 0 && denominator > 0 && perSecond() <= 1000; }
    double perSecond() const { return double(numerator) / double(denominator); }
    /// "24", "25.0", "23.976", "29.97", "24000/1001": the customary decimals mean their exact ratio.
    static std::optional<FrameRate> fromText(const QString &text);
    /// "24.00 fps" style number with two decimals, without the unit.
    QString toText() const;

    bool operator==(const FrameRate &other) const
    {
        return numerator * other.denominator == other.numerator * denominator;
    }
};

/// A moment or a length in seconds as an exact ratio.
struct RationalTime
{
    qint64 numerator = 0;
    qint64 denominator = 1;

    double seconds() const { return double(numerator) / double(denominator); }
    bool operator==(const RationalTime &other) const
    {
        return Wide(numerator) * other.denominator == Wide(other.numerator) * denominator;
    }
};

/// When the frame with this index (0-based) begins.
RationalTime startOfFrame(qint64 index, const FrameRate &rate);
/// The index of the frame that is seen at that moment.
qint64 frameAt(const RationalTime &time, const FrameRate &rate);
/// The index of the frame whose begin is nearest to so many seconds.
qint64 nearestFrame(double seconds, const FrameRate &rate);
/// Begin of the frame in seconds rounded to 4 decimals, the form in which annotations name it.
double annotationTime(qint64 index, const FrameRate &rate);

/// `HH:MM:SS:FF`, counted in frames of the nominal rate (24 for 23.976), so it never drifts.
QString timecode(qint64 index, const FrameRate &rate);
/// A length in words: "1 min 23 s 22 f".
QString lengthWords(qint64 frames, const FrameRate &rate);
/// The frame index that a timecode of that rate names; nothing if it is none.
std::optional<qint64> frameOfTimecode(const QString &text, const FrameRate &rate);

} // namespace callboard::ui
