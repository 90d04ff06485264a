// SPDX-License-Identifier: GPL-3.0-or-later
// The first reading of a search: where each part stands, before any name is looked up. The parser, the
// completion and the highlighting all start from this one reading.
#pragma once

#include "ui/filter/FilterExpression.h"

namespace callboard::ui {

struct FilterEntry
{
    QString text; // without quotes, trimmed
    FilterSpan span;
    bool isExcluded = false; // written with a leading "-"
    bool isPhrase = false;   // written in quotes
};

struct FilterToken
{
    FilterSpan span;         // the whole token
    bool isExcluded = false; // written with a leading "-"
    int group = 0;           // 0: the main text, else the n-th union
    QString name;            // left of "=", brackets taken off: "animation", "assignedto", "priority"
    QString argument;        // the bracket in assignedto[Type] and priority-[Type]
    FilterSpan nameSpan;
    bool hasEquals = false;
    QList<FilterEntry> entries; // right of "=", or the words if there is no "="
    FilterSpan valueSpan;
    bool isOpen = false; // a bracket or quote is not closed
};

struct FilterTokens
{
    QList<FilterToken> tokens;
    int groups = 0;      // unions
    bool isOpen = false; // a union is not closed
};

FilterTokens filterTokens(const QString &text);

} // namespace callboard::ui
