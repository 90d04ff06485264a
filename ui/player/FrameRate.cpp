// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/FrameRate.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace callboard::ui {

namespace {

qint64 nominal(const FrameRate &rate)
{
    return std::max<qint64>(1, std::llround(rate.perSecond()));
}

} // namespace

std::optional<FrameRate> FrameRate::fromText(const QString &text)
{
    FrameRate rate;
    const QStringList ratio = text.trimmed().split(QLatin1Char('/'));
    bool numeratorIsGood = false, denominatorIsGood = true;
    if (ratio.size() == 2) {
        rate.numerator = ratio[0].toLongLong(&numeratorIsGood);
        rate.denominator = ratio[1].toLongLong(&denominatorIsGood);
    } else {
        const double value = text.trimmed().toDouble(&numeratorIsGood);
        if (!numeratorIsGood || !(value > 0) || value > 1000) return std::nullopt;
        // The broadcast rates are n×1000/1001; every other decimal is taken as written.
        const double broadcast = value * 1.001;
        const bool isBroadcast =
            std::abs(broadcast - std::round(broadcast)) < 0.006 && std::abs(value - std::round(value)) > 0.006;
        rate =
            isBroadcast ? FrameRate{std::llround(broadcast) * 1000, 1001} : FrameRate{std::llround(value * 1000), 1000};
    }
    if (!numeratorIsGood || !denominatorIsGood || !rate.isValid()) return std::nullopt;
    return rate;
}

QString FrameRate::toText() const
{
    return QString::number(perSecond(), 'f', 2);
}

RationalTime startOfFrame(qint64 index, const FrameRate &rate)
{
    return {index * rate.denominator, rate.numerator};
}

qint64 frameAt(const RationalTime &time, const FrameRate &rate)
{
    const Wide above = Wide(time.numerator) * rate.numerator;
    const Wide below = Wide(time.denominator) * rate.denominator;
    const Wide whole = above / below;
    return qint64(above % below < 0 ? whole - 1 : whole);
}

qint64 nearestFrame(double seconds, const FrameRate &rate)
{
    constexpr double farthest = 1e9; // hostile times must not overflow an index
    const double frames = seconds * rate.perSecond();
    return std::isfinite(frames) ? std::llround(std::clamp(frames, -farthest, farthest)) : 0;
}

double annotationTime(qint64 index, const FrameRate &rate)
{
    const Wide twice = Wide(index) * rate.denominator * 10000 * 2 + rate.numerator;
    return double(qint64(twice / (2 * Wide(rate.numerator)))) / 10000.0;
}

QString timecode(qint64 index, const FrameRate &rate)
{
    const qint64 perSecond = nominal(rate);
    const qint64 seconds = index / perSecond;
    return QStringLiteral("%1:%2:%3:%4")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'))
        .arg(index % perSecond, 2, 10, QLatin1Char('0'));
}

QString lengthWords(qint64 frames, const FrameRate &rate)
{
    const qint64 perSecond = nominal(rate);
    const qint64 seconds = frames / perSecond;
    const auto words = [](const char *text, qint64 number) {
        return QCoreApplication::translate("FrameRate", text).arg(number);
    };
    QStringList parts;
    if (seconds >= 60) parts << words(QT_TRANSLATE_NOOP("FrameRate", "%1 min"), seconds / 60);
    if (seconds % 60 > 0) parts << words(QT_TRANSLATE_NOOP("FrameRate", "%1 s"), seconds % 60);
    if (frames % perSecond > 0 || parts.isEmpty())
        parts << words(QT_TRANSLATE_NOOP("FrameRate", "%1 f"), frames % perSecond);
    return parts.join(u' ');
}

std::optional<qint64> frameOfTimecode(const QString &text, const FrameRate &rate)
{
    const QStringList parts = text.trimmed().split(QLatin1Char(':'));
    if (parts.size() != 4) return std::nullopt;
    const qint64 perSecond = nominal(rate);
    const qint64 limits[] = {1000, 60, 60, perSecond};
    qint64 values[4] = {};
    for (int at = 0; at < 4; ++at) {
        bool isNumber = false;
        values[at] = parts[at].toLongLong(&isNumber);
        if (!isNumber || values[at] < 0 || values[at] >= limits[at]) return std::nullopt;
    }
    return ((values[0] * 60 + values[1]) * 60 + values[2]) * perSecond + values[3];
}

} // namespace callboard::ui
