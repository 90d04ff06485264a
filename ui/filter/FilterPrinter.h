// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a search as text that parseFilter reads back as the same search: for the builder and for links such
// as "show in Shots".
#pragma once

#include "ui/filter/FilterExpression.h"
#include "ui/filter/FilterVocabulary.h"

namespace callboard::ui {

QString printFilter(const FilterExpression &, const FilterVocabulary &);
QString printTerm(const FilterTerm &, const FilterVocabulary &);

} // namespace callboard::ui
