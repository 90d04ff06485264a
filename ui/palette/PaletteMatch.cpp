// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/PaletteMatch.h"

#include "ui/values/FoldedText.h"

namespace callboard::ui {

namespace {

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The place of a typed word, at a word's beginning if there is one.
qsizetype placeOf(const QString &word, const QString &text)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (beginsWord(text, at)) return at;
    return text.indexOf(word);
}

std::optional<PaletteMatch> scattered(const QString &typed, const QString &text)
{
    PaletteMatch match{PaletteMatch::Rank::Scattered, {}};
    qsizetype at = -1;
    for (const QChar letter : typed) {
        if (letter.isSpace()) continue;
        at = text.indexOf(letter, at + 1);
        if (at < 0) return std::nullopt;
        if (!match.letters.isEmpty() && match.letters.last().start + match.letters.last().length == at)
            ++match.letters.last().length;
        else
            match.letters << LetterRange{at, 1};
    }
    // Letters far apart were not meant: at most one gap for each two letters.
    if (match.letters.size() > (typed.size() + 1) / 2) return std::nullopt;
    return match;
}

} // namespace

std::optional<PaletteMatch> matchInPalette(const QString &typedAsIs, const QString &textAsIs)
{
    const QString typed = foldedText(typedAsIs.trimmed());
    const QString text = foldedText(textAsIs);
    if (typed.isEmpty()) return PaletteMatch{PaletteMatch::Rank::Within, {}};
    const bool areSameLetters = text.size() == textAsIs.size(); // else the ranges would name other letters
    PaletteMatch match;
    if (text == typed)
        match.rank = PaletteMatch::Rank::Exact;
    else if (text.startsWith(typed))
        match.rank = PaletteMatch::Rank::Prefix;
    else
        match.rank = PaletteMatch::Rank::Words;
    if (match.rank != PaletteMatch::Rank::Words) {
        if (areSameLetters) match.letters << LetterRange{0, typed.size()};
        return match;
    }
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype at = placeOf(word, text);
        if (at < 0) return scattered(typed, text);
        if (!beginsWord(text, at)) match.rank = PaletteMatch::Rank::Within;
        if (areSameLetters) match.letters << LetterRange{at, word.size()};
    }
    return match;
}

} // namespace callboard::ui
