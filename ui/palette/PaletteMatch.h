// SPDX-License-Identifier: GPL-3.0-or-later
// How well what was typed fits a line of the palette, and which letters of it were meant. Any thread.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace callboard::ui {

struct LetterRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const LetterRange &) const = default;
};

struct PaletteMatch
{
    /// Better ones first.
    enum class Rank { Exact, Prefix, Words, Within, Scattered };
    Rank rank = Rank::Scattered;
    QList<LetterRange> letters; // of the text, to be shown stronger
};

/// Without regard to case and accents. All typed words must be found; each may begin a word of the text
/// ("li th" finds "Light theme"). At last the letters in their order, scattered.
std::optional<PaletteMatch> matchInPalette(const QString &typed, const QString &text);

} // namespace callboard::ui
