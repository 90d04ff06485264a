// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QProcess>
#include <QString>
#include <QStringList>

/// Movies whose frames carry their own number: twelve blocks side by side, white for a 1, black for a
/// 0, lowest bit left. They survive any codec and can be read back from the shown picture.
namespace playermovies {

inline constexpr int bits = 12;

/// Runs ffmpeg; false and a message on failure.
inline bool ffmpeg(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("ffmpeg"),
        QStringList{QStringLiteral("-nostdin"), QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")}
            + arguments);
    return process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// A numbered movie of so many frames, with a tone if wanted.
inline bool make(const QString &file, int frames, const QString &rate, const QStringList &codec, bool hasSound = false)
{
    const QString source = QStringLiteral("nullsrc=size=384x216:rate=%1,format=yuv420p,"
                                          "geq=lum='if(mod(floor(N/pow(2\\,floor(X*12/W)))\\,2)\\,235\\,16)'"
                                          ":cb=128:cr=128")
                               .arg(rate);
    QStringList arguments{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), source};
    if (hasSound)
        arguments += {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("sine=frequency=440:sample_rate=44100"), QStringLiteral("-shortest")};
    arguments += codec;
    arguments += {QStringLiteral("-frames:v"), QString::number(frames), file};
    return ffmpeg(arguments);
}

/// The number painted in the picture; -1 if it can't be told.
inline int numberIn(const QImage &picture)
{
    if (picture.isNull()) return -1;
    int number = 0;
    for (int bit = 0; bit < bits; ++bit) {
        const int x = int((bit + 0.5) * picture.width() / bits);
        const int grey = qGray(picture.pixel(x, picture.height() / 2));
        if (grey > 24 && grey < 200) // the review surround is neither
            return -1;
        number |= (grey > 127 ? 1 : 0) << bit;
    }
    return number;
}

} // namespace playermovies
