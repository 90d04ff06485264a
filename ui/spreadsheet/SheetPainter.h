// SPDX-License-Identifier: GPL-3.0-or-later
// Paints what SheetView shows. It holds no state of its own: everything comes in with the picture's values.
#pragma once

#include "ui/parts/Avatar.h"
#include "ui/spreadsheet/SheetColumns.h"
#include "ui/spreadsheet/SheetLines.h"
#include "ui/spreadsheet/SheetSelection.h"
#include "ui/spreadsheet/SheetThumbnails.h"

#include <QFont>
#include <QSet>

class QPainter;

namespace callboard::ui {

struct SheetScene
{
    const SheetModel &model;
    const SheetLines &lines;
    const SheetColumns &columns;
    const SheetSelection &selection;
    const SheetLayout &layout;
    const SheetThumbnails &thumbnails;
    const QHash<QString, PersonLook> &people;
    const QSet<ColumnKey> &filteredColumns; // carry a funnel
    QSize size;                             // of the viewport
    int scrolledX = 0;
    int scrolledY = 0;
    SheetCell current;
    int hoveredLine = -1;
    int hoveredHead = -1; // column whose head is under the pointer
    SheetCell dropTarget;
    int moveTarget = -1; // a dragged column goes before this one
    int changedRows = 0; // rows that would stand elsewhere
    bool isMirrored = false;
    bool hasFocus = false;
};

// Heights with the user's text size.
int sheetRowHeight(metrics::Density);
int sheetGroupHeight();
int sheetHeaderHeight();
int sheetPictureEnd(metrics::Density); // of the picture beside a name, from the column's beginning

// Where the head of a column takes a click for sorting, and where it takes one for arranging changed rows
// (empty when there is nothing to arrange). In an unmirrored view.
struct HeadAreas
{
    QRect title;
    QRect sort;
    QRect changed;
};

class SheetPainter
{
public:
    SheetPainter(QPainter &, const SheetScene &);
    void paint(const QRect &dirty);

    static HeadAreas headAreas(const SheetScene &, int column, const QRect &head);
    // Unmirrored rectangles in the viewport.
    static QRect cellRect(const SheetScene &, int line, int column);
    static QRect headRect(const SheetScene &, int column);

private:
    void paintRows(const QRect &dirty);
    void paintScrolledCells(int first, int last);
    void paintNames(int first, int last);
    void paintGroupHead(int group, const QRect &rect);
    void paintStickyHead(int first);
    void paintName(int line, const QRect &rect);
    void paintPicture(const EntityRow &, const QRect &);
    void paintCell(int line, int column, const QRect &rect);
    void paintTask(int row, const ShownColumn &, const QRect &rect, const QColor &background);
    void paintValue(int row, const ShownColumn &, const QRect &rect);
    void paintSelection();
    void paintDropTarget();
    void paintHeader();
    void paintHead(int column, const QRect &rect);

    QColor background(int line, int column) const;
    QRect mirrored(const QRect &) const;
    void text(const QRect &, const QString &, const QFont &, const QColor &, Qt::Alignment = Qt::AlignLeft);
    bool isShowing(const QRect &rect) const { return rect.intersects(m_dirty); }

    QPainter &m_painter;
    const SheetScene &m_scene;
    QRect m_dirty; // unmirrored
    QFont m_base, m_name, m_secondary, m_small, m_head;
};

} // namespace callboard::ui
