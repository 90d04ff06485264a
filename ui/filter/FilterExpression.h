// SPDX-License-Identifier: GPL-3.0-or-later
// A search of the spreadsheet as a value, with the place of each part in the text it was read from.
#pragma once

#include "ui/spreadsheet/SheetValues.h"

namespace callboard::ui {

struct FilterSpan
{
    int start = 0;
    int length = 0;

    int end() const { return start + length; }
    bool contains(int position) const { return position >= start && position <= end(); }
    bool operator==(const FilterSpan &) const = default;
};

enum class FilterSubject {
    Text,           // values: words or phrases, any of them
    AnyStatus,      // status=        values: status ids
    TaskStatus,     // animation=     column; values: status ids
    TaskAssignment, // animation=assigned   column; isExcluded of the value: unassigned
    AssignedTo,     // assignedto=, assignedto[Type]=   column optional; values: person ids
    Group,          // type= of assets, sequence= of shots
    Episode,
    Field,      // frames=, fps=, resolution=, name=, description=   column
    Metadata,   // [descriptor]=  column; checklist values carry isChecked
    Department, // department=    rows with a task of that department
    Thumbnail,  // withthumbnail
    Priority,   // priority-[Type]=3   column; values: 0 to 3
    ReadyFor,   // readyfor=      values: task type ids
    AssetsReady // assetsready=   values: task type ids
};

struct FilterValue
{
    QString text; // what is compared or was typed
    QString id;   // of the status, person or task type that it names
    bool isExcluded = false;
    bool isPhrase = false;
    std::optional<bool> isChecked; // an item of a checklist

    bool operator==(const FilterValue &) const = default;
};

struct FilterTerm
{
    FilterSubject subject = FilterSubject::Text;
    bool isExcluded = false; // -word, -withthumbnail
    std::optional<ColumnKey> column;
    QList<FilterValue> values;
    FilterSpan span;

    // Equal in meaning: where it stood does not count.
    bool operator==(const FilterTerm &other) const
    {
        return subject == other.subject && isExcluded == other.isExcluded && column == other.column
            && values == other.values;
    }
};

struct FilterError
{
    FilterSpan span;
    QString sentence;          // for the user: what is wrong
    QString suggestion;        // what to put in its place; may be empty
    bool isUnfinished = false; // may still become right as typing goes on

    bool operator==(const FilterError &) const = default;
};

// Rows match when all terms of one of the alternatives match. The first alternative is the main text, the
// others are the unions "+(…)". Terms with an error are left out.
struct FilterExpression
{
    QList<QList<FilterTerm>> alternatives = {{}};
    QList<FilterError> errors;

    bool isEmpty() const { return alternatives.size() == 1 && alternatives.first().isEmpty(); }
    bool operator==(const FilterExpression &other) const { return alternatives == other.alternatives; }
};

} // namespace callboard::ui
