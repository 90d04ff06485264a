// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetColumns.h"

#include <cstdlib>

namespace callboard::ui {

void SheetColumns::arrange(const SheetModel &model, const SheetLayout &layout)
{
    m_shown.clear();
    m_shown.push_back({0, {ColumnKind::Name, {}}, 0, layout.nameWidth, false});
    m_contentWidth = 0;
    for (const auto &column : layout.columns) {
        const int place = model.columnOf(column.key);
        if (place < 0 || column.isHidden) continue;
        const int width = column.isMinimised ? SheetLayout::minimisedWidth : column.width;
        m_shown.push_back({place, column.key, m_contentWidth, width, column.isMinimised});
        m_contentWidth += width;
    }
}

int SheetColumns::find(const ColumnKey &key) const
{
    for (int i = 0; i < count(); ++i)
        if (m_shown[size_t(i)].key == key) return i;
    return -1;
}

int SheetColumns::columnAt(int x, int scrolled) const
{
    if (m_shown.empty() || x < 0) return -1;
    if (x < nameWidth()) return 0;
    const int content = x - nameWidth() + scrolled;
    for (int i = 1; i < count(); ++i)
        if (content >= at(i).left && content < at(i).left + at(i).width) return i;
    return -1;
}

int SheetColumns::leftInView(int column, int scrolled) const
{
    return column == 0 ? 0 : nameWidth() + at(column).left - scrolled;
}

int SheetColumns::edgeAt(int x, int scrolled) const
{
    constexpr int reach = 4;
    for (int i = count() - 1; i >= 0; --i) {
        const int edge = leftInView(i, scrolled) + at(i).width;
        if (i > 0 && edge < nameWidth()) continue; // below the name
        if (std::abs(x - edge) <= reach) return i;
    }
    return -1;
}

} // namespace callboard::ui
