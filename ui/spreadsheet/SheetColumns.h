// SPDX-License-Identifier: GPL-3.0-or-later
// The columns on screen, from the leading edge: 0 is the name, which stays; the others scroll. Positions are
// logical pixels in a left-to-right view; who paints mirrors them.
#pragma once

#include "ui/spreadsheet/SheetLayout.h"

namespace callboard::ui {

struct ShownColumn
{
    int modelColumn = 0;
    ColumnKey key;
    int left = 0; // of the scrolled content; the name's is 0
    int width = 0;
    bool isMinimised = false;
};

class SheetColumns
{
public:
    void arrange(const SheetModel &, const SheetLayout &);

    int count() const { return int(m_shown.size()); }
    const ShownColumn &at(int column) const { return m_shown[size_t(column)]; }
    int nameWidth() const { return m_shown.empty() ? 0 : m_shown.front().width; }
    int contentWidth() const { return m_contentWidth; } // without the name
    int find(const ColumnKey &) const;                  // -1: not shown
    // In a view scrolled by that much: the column under x, -1 behind the last.
    int columnAt(int x, int scrolled) const;
    int leftInView(int column, int scrolled) const;
    // The column whose trailing edge may be dragged at x, -1: none.
    int edgeAt(int x, int scrolled) const;

private:
    std::vector<ShownColumn> m_shown;
    int m_contentWidth = 0;
};

} // namespace callboard::ui
