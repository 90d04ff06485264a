// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/FoldedText.h"

#include <algorithm>

namespace callboard::ui {

QString foldedText(const QString &text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isPlain) return text.toLower();
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded())
        if (c.category() != QChar::Mark_NonSpacing) folded += c;
    return folded;
}

} // namespace callboard::ui
