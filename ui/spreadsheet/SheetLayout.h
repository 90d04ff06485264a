// SPDX-License-Identifier: GPL-3.0-or-later
// How one person has arranged one spreadsheet; the caller keeps it as JSON, per screen and production.
#pragma once

#include "ui/spreadsheet/SheetModel.h"
#include "ui/theme/Metrics.h"

#include <QJsonObject>
#include <QSet>

namespace callboard::ui {

struct ColumnLayout
{
    ColumnKey key;
    int width = 0; // logical pixels
    bool isHidden = false;
    bool isMinimised = false; // 32 wide, the status' glyph only

    bool operator==(const ColumnLayout &) const = default;
};

struct SheetLayout
{
    static constexpr int minimisedWidth = 32;
    static constexpr int nameWidthDefault = 246;

    QList<ColumnLayout> columns; // from left to right, without the name, which is always first
    int nameWidth = nameWidthDefault;
    metrics::Density density = metrics::Density::Normal;
    ColumnKey sortColumn; // the name at first
    bool isDescending = false;
    bool isGrouped = true;
    QSet<QString> collapsedGroups; // ids

    // The layout with each of the model's columns once: new ones come behind their neighbours of the same
    // kind with the usual width, those that are gone go. Which columns show at first is chosen here.
    SheetLayout completedFor(const SheetModel &) const;

    ColumnLayout *find(const ColumnKey &);
    const ColumnLayout *find(const ColumnKey &) const;

    QJsonObject toJson() const;
    static SheetLayout fromJson(const QJsonObject &); // what can't be read keeps its default

    bool operator==(const SheetLayout &) const = default;
};

int minimumColumnWidth(ColumnKind);

} // namespace callboard::ui
