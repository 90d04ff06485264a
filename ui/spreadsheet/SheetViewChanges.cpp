// SPDX-License-Identifier: GPL-3.0-or-later
// What the model tells of changed rows: what is painted again, which rows would now stand elsewhere, and that the row
// being looked at stays where it is.
#include "ui/spreadsheet/SheetView.h"

#include "ui/spreadsheet/SheetPainter.h"

#include <QScrollBar>

namespace callboard::ui {

void SheetView::arrangeChangedRows()
{
    need(Need::Sort);
    doNeeded();
}

// The row under the pointer stays there; else the current one; else the first that is seen.
SheetView::Anchor SheetView::anchorNow() const
{
    if (!m_lines || m_lines->count() == 0) return {};
    const int scrolled = verticalScrollBar()->value();
    const bool isLoading = m_model->expectedRows() > m_model->entityCount();
    const int underPointer = m_pointer.y() >= sheetHeaderHeight() && viewport()->underMouse()
        ? m_lines->lineAt(m_pointer.y() - sheetHeaderHeight() + scrolled)
        : -1;
    if (scrolled == 0 && (isLoading || underPointer < 0)) return {}; // the top stays the top
    const auto isSeen = [&](int line) {
        return line >= 0 && line < m_lines->count() && !m_lines->line(line).isHead() && m_lines->top(line) >= scrolled
            && m_lines->top(line) < scrolled + bodyHeight();
    };
    int line = underPointer;
    if (!isSeen(line)) line = m_current.line;
    if (!isSeen(line)) line = m_lines->lineAt(scrolled);
    while (line >= 0 && line < m_lines->count() && m_lines->line(line).isHead()) ++line;
    if (line < 0 || line >= m_lines->count()) return {};
    return {m_model->row(m_lines->line(line).row).id, m_lines->top(line) - scrolled};
}

void SheetView::keepAt(const Anchor &anchor)
{
    if (anchor.rowId.isEmpty() || !m_lines) return;
    const int line = m_lines->lineOfRow(m_model->rowOf(anchor.rowId));
    if (line >= 0) verticalScrollBar()->setValue(m_lines->top(line) - anchor.offset);
}

void SheetView::onRowsChanged(const QModelIndex &from, const QModelIndex &to)
{
    if (to.row() - from.row() > 1000) { // statuses or people are others
        rebuildPeople();
        return need(Need::Sort);
    }
    for (int row = from.row(); row <= to.row(); ++row) {
        m_changedRows.insert(m_model->row(row).id);
        const int line = m_lines->lineOfRow(row);
        if (line < 0 || line >= m_lines->count()) continue;
        const auto view = scene();
        const QRect seen = SheetPainter::cellRect(view, line, 0);
        for (int column = 0; column < m_columns.count(); ++column) {
            const int place = m_columns.at(column).modelColumn;
            if (place < from.column() || place > to.column()) continue;
            const auto cell = SheetPainter::cellRect(view, line, column);
            if (seen.intersects(viewport()->rect())) viewport()->update(view.isMirrored ? viewport()->rect() : cell);
        }
    }
    if (!m_needTimer.isActive()) m_needTimer.start(0, this);
}

void SheetView::noteChangedRows()
{
    if (m_changedRows.isEmpty() || !m_lines) return;
    const int before = changedRows();
    for (const auto &id : std::exchange(m_changedRows, {})) {
        const int row = m_model->rowOf(id);
        if (row < 0) continue;
        m_lines->rowChanged(row);
        if (m_lines->isStale(row, m_filter.get()))
            m_stale.insert(id);
        else
            m_stale.remove(id);
    }
    if (before != changedRows()) viewport()->update(0, 0, viewport()->width(), sheetHeaderHeight());
    // Their groups' sums stand in the heads, one of which may be sticky.
    for (int line = 0; line < m_lines->count(); ++line) {
        if (!m_lines->line(line).isHead()) continue;
        const int y = sheetHeaderHeight() + m_lines->top(line) - verticalScrollBar()->value();
        if (y > viewport()->height()) break;
        if (y + sheetGroupHeight() >= 0) viewport()->update(0, y, viewport()->width(), sheetGroupHeight());
    }
    viewport()->update(0, sheetHeaderHeight(), viewport()->width(), sheetGroupHeight());
    Q_EMIT arranged();
}

void SheetView::onRowsAboutToGo(int first, int last)
{
    doNeeded();
    m_removalAnchor = anchorNow();
    // The pointer's own row may be among them: then the next one takes its place.
    m_removalSelection = selectionByRows();
    m_removalCurrent = current();
    for (int row = first; row <= last; ++row) m_stale.remove(m_model->row(row).id);
}

void SheetView::onRowsGone(int first, int last)
{
    m_lines->removeRows(first, last);
    selectByRows(m_removalSelection);
    if (m_removalCurrent) {
        const int line = m_lines->lineOfRow(m_model->rowOf(m_removalCurrent->rowId));
        m_current.line = line;
        if (line < 0) Q_EMIT currentChanged();
    }
    updateScrollBars();
    updateEmpty();
    if (m_removalAnchor) keepAt(*m_removalAnchor);
    m_removalAnchor.reset();
    viewport()->update();
    Q_EMIT arranged();
}

} // namespace callboard::ui
