// SPDX-License-Identifier: GPL-3.0-or-later
// The names that a search may use in one production: columns, statuses, people, groups.
#pragma once

#include "ui/spreadsheet/SheetModel.h"

namespace callboard::ui {

struct FilterVocabulary
{
    SheetSubject subject;
    QStringList groups;   // sequences or asset types, sorted
    QStringList episodes; // sorted
    QStringList departments;

    static FilterVocabulary of(const SheetModel &);

    QString groupWord() const; // "type" of assets, else "sequence"

    // By exact name first, then by the only name that begins so. Null: none, or several begin so.
    const TaskTypeColumn *taskType(const QString &name) const;
    const MetadataColumn *metadata(const QString &name) const;
    const StudioStatus *status(const QString &name) const; // by short or full name
    const PersonName *person(const QString &name) const;

    // The nearest of the names by edits, if it is near enough to be what was meant.
    static QString nearest(const QString &word, const QStringList &names);
    QStringList columnNames() const;
    QStringList statusNames() const;
    QStringList personNames() const;

    bool operator==(const FilterVocabulary &) const = default;
};

} // namespace callboard::ui
