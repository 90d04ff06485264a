// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would do, row by row: new, changed, unchanged, or what must be mended first and how.
// A function of the table, the production and the rules; nothing is written.
#pragma once

#include "ui/import/ImportTable.h"
#include "ui/parts/Boxes.h"

#include <array>

namespace callboard::ui {

struct ImportRules
{
    bool changesExisting = true;
    bool makesParents = true; // sequences; asset types are the studio's and never made by an import
    bool makesTasks = true;   // all of the production's for what is new
    bool emptyErases = false;
};

/// A way to mend a row, as a button.
struct ImportMend
{
    enum class Kind { SetCell, LeaveOut, LeaveOtherOut } kind = Kind::SetCell;
    QString words;
    QString key = {}; // SetCell
    QString value = {};
    int otherRow = -1; // LeaveOtherOut: index in the table
};

struct ImportValue
{
    QString before;
    QString after;
    bool isChanged() const { return before != after; }
};

struct ImportRow
{
    RowChange change = RowChange::Unchanged;
    bool isLeftOut = false;
    QString parentKey;
    QString name;
    int existing = -1; // index in the subject
    bool makesParent = false;
    QHash<QString, ImportValue> values; // by field key; without parent and name
    QString error;
    QString errorKey; // the cell it is about
    QList<ImportMend> mends;
    QString happens; // "8 frames longer", "Shot, 6 tasks"
};

struct ImportPlan
{
    std::vector<ImportRow> rows; // one of each row of the table
    std::array<int, 4> counts{}; // by RowChange, without what is left out
    int newParents = 0;
    int tasks = 0;

    int count(RowChange change) const { return counts[static_cast<std::size_t>(change)]; }
    int toWrite() const { return count(RowChange::New) + count(RowChange::Changed); }
};

ImportPlan planImport(const ImportTable &table, const ImportSubject &subject, const ImportRules &rules);

/// Whether a cell says yes; nothing when it says neither.
std::optional<bool> yesOrNo(const QString &cell);

} // namespace callboard::ui
