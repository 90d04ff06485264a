// SPDX-License-Identifier: GPL-3.0-or-later
// What may be written at the cursor of a search.
#pragma once

#include "ui/filter/FilterExpression.h"
#include "ui/filter/FilterVocabulary.h"

namespace callboard::ui {

struct FilterCandidate
{
    QString insertion; // takes the place of FilterCompletion::replaced
    QString label;     // what people read
    QString explanation;
    int cursorBack = 0; // where the cursor goes, from the insertion's end

    bool operator==(const FilterCandidate &) const = default;
};

struct FilterCompletion
{
    FilterSpan replaced;
    QList<FilterCandidate> candidates; // best first, at most 12
};

FilterCompletion completeFilter(const QString &text, int cursor, const FilterVocabulary &);

} // namespace callboard::ui
