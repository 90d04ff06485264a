// SPDX-License-Identifier: GPL-3.0-or-later
// Which cells are selected and which is the current one, by identifiers when lines move.
#include "ui/spreadsheet/SheetView.h"

#include "ui/spreadsheet/SheetPainter.h"

#include <QAccessible>
#include <QScrollBar>

namespace callboard::ui {

std::optional<CellAddress> SheetView::current() const
{
    if (!m_lines || !m_current.isValid() || m_current.line >= m_lines->count()) return std::nullopt;
    const auto &line = m_lines->line(m_current.line);
    if (line.isHead() || m_current.column >= m_columns.count() || line.row >= m_model->entityCount())
        return std::nullopt;
    return CellAddress{m_model->row(line.row).id, m_columns.at(m_current.column).key};
}

void SheetView::setCurrent(const CellAddress &address)
{
    doNeeded();
    const int line = m_lines->lineOfRow(m_model->rowOf(address.rowId));
    const int column = m_columns.find(address.column);
    if (line >= 0) setCurrentCell({line, std::max(0, column)});
}

void SheetView::setCurrentCell(SheetCell cell, bool extends)
{
    doNeeded();
    if (!cell.isValid() || cell.line >= m_lines->count()) return;
    cell.column = std::clamp(cell.column, 0, m_columns.count() - 1);
    const auto before = m_selection;
    const bool onHead = m_lines->line(cell.line).isHead();
    const bool grows = extends && m_current.isValid() && !m_lines->line(m_current.line).isHead() && !onHead;
    const bool moves = !grows && cell != m_current;
    if (grows) { // the current cell stays: it is what the panel shows
        if (m_selection.isEmpty()) m_selection.start(m_current, false);
        m_selection.extendTo(cell);
    } else {
        if (onHead)
            m_selection.clear();
        else
            m_selection.start(cell, false);
        m_current = cell;
    }
    scrollTo(cell);
    viewport()->update();
    if (moves) {
        Q_EMIT currentChanged();
        if (QAccessible::isActive()) {
            QAccessibleEvent event(this, QAccessible::Focus);
            event.setChild(cell.line * m_columns.count() + cell.column);
            QAccessible::updateAccessibility(&event);
        }
    }
    if (!(before == m_selection)) tellSelection();
}

void SheetView::scrollTo(SheetCell cell)
{
    const int top = m_lines->top(cell.line), height = m_lines->height(cell.line);
    auto *vertical = verticalScrollBar();
    // The head of its group covers the first lines.
    const int covered = m_layout.isGrouped && !m_lines->line(cell.line).isHead() ? sheetGroupHeight() : 0;
    if (top - covered < vertical->value())
        vertical->setValue(top - covered);
    else if (top + height > vertical->value() + bodyHeight())
        vertical->setValue(top + height - bodyHeight());
    if (cell.column == 0) return;
    const auto &column = m_columns.at(cell.column);
    auto *horizontal = horizontalScrollBar();
    const int room = viewport()->width() - m_columns.nameWidth();
    if (column.left + column.width > horizontal->value() + room)
        horizontal->setValue(column.left + column.width - room);
    if (column.left < horizontal->value()) horizontal->setValue(column.left);
}

void SheetView::tellSelection()
{
    Q_EMIT selectionChanged();
}

void SheetView::clearSelection()
{
    if (m_selection.isEmpty()) return;
    m_selection.clear();
    viewport()->update();
    tellSelection();
}

void SheetView::selectColumn(int column, bool beside)
{
    doNeeded();
    if (m_lines->count() == 0) return;
    if (!beside) m_selection.clear();
    const int first = nextLine(-1, 1);
    if (first < 0) return;
    m_selection.add({first, column, m_lines->count() - 1, column}, {first, column});
    viewport()->update();
    tellSelection();
}

void SheetView::selectRows(int from, int to, bool beside)
{
    doNeeded();
    if (!beside) m_selection.clear();
    m_selection.add({std::min(from, to), 0, std::max(from, to), m_columns.count() - 1}, {from, 0});
    viewport()->update();
    tellSelection();
}

void SheetView::selectAll()
{
    if (m_lines->count() == 0) return;
    m_selection.clear();
    m_selection.add({0, 0, m_lines->count() - 1, m_columns.count() - 1}, {0, 0});
    viewport()->update();
    tellSelection();
}

QList<CellAddress> SheetView::selectedCells() const
{
    QList<CellAddress> cells;
    const auto &all = lines();
    const auto &rects = m_selection.rects();
    if (rects.empty()) return cells;
    int top = all.count(), bottom = -1;
    for (const auto &rect : rects) {
        top = std::min(top, rect.top);
        bottom = std::max(bottom, std::min(rect.bottom, all.count() - 1));
    }
    for (int line = top; line <= bottom; ++line) {
        if (all.line(line).isHead()) continue;
        for (int column = 0; column < m_columns.count(); ++column)
            if (m_selection.contains(line, column))
                cells << CellAddress{m_model->row(all.line(line).row).id, m_columns.at(column).key};
    }
    return cells;
}

QList<CellAddress> SheetView::selectedTasks() const
{
    auto cells = selectedCells();
    cells.removeIf([this](const CellAddress &cell) {
        return cell.column.kind != ColumnKind::Task
            || !m_model->task(m_model->rowOf(cell.rowId), m_model->columnOf(cell.column));
    });
    return cells;
}

QStringList SheetView::selectedRows() const
{
    QStringList rows;
    const auto &all = lines();
    for (int line = 0; line < all.count(); ++line)
        if (!all.line(line).isHead() && m_selection.hasLine(line)) rows << m_model->row(all.line(line).row).id;
    return rows;
}

// Asked for on each step of a drag: without a list of addresses.
SelectionSums SheetView::selectionSums() const
{
    SelectionSums sums;
    const auto &all = lines();
    int top = all.count(), bottom = -1;
    for (const auto &rect : m_selection.rects()) {
        top = std::min(top, rect.top);
        bottom = std::max(bottom, std::min(rect.bottom, all.count() - 1));
    }
    std::vector<bool> hasTask(size_t(m_columns.count()));
    for (int line = top; line <= bottom; ++line) {
        if (all.line(line).isHead() || !m_selection.hasLine(line)) continue;
        const int row = all.line(line).row;
        ++sums.rows;
        sums.frames += m_model->row(row).frames.value_or(0);
        for (int column = 0; column < m_columns.count(); ++column) {
            if (!m_selection.contains(line, column)) continue;
            const auto *task = m_model->task(row, m_columns.at(column).modelColumn);
            if (!task) continue;
            ++sums.tasks;
            sums.estimationMinutes += task->estimationMinutes;
            hasTask[size_t(column)] = true;
        }
    }
    sums.taskTypes = int(std::count(hasTask.begin(), hasTask.end(), true));
    return sums;
}

QString SheetView::selectionAsText() const
{
    const auto &all = lines();
    QStringList rows;
    int left = m_columns.count(), right = -1;
    for (const auto &rect : m_selection.rects()) {
        left = std::min(left, rect.left);
        right = std::max(right, std::min(rect.right, m_columns.count() - 1));
    }
    for (int line = 0; line < all.count(); ++line) {
        if (all.line(line).isHead() || !m_selection.hasLine(line)) continue;
        QStringList cells;
        for (int column = left; column <= right; ++column) {
            if (!m_selection.hasColumn(column)) continue;
            QString text = m_selection.contains(line, column)
                ? m_model->cellText(all.line(line).row, m_columns.at(column).modelColumn)
                : QString();
            if (text.contains(u'\t') || text.contains(u'\n') || text.contains(u'"'))
                text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
            cells << text;
        }
        rows << cells.join(u'\t');
    }
    return rows.join(u'\n');
}

std::vector<SheetView::RowsOfRect> SheetView::selectionByRows() const
{
    std::vector<RowsOfRect> result;
    if (!m_lines || m_columns.count() == 0) return result;
    for (const auto &rect : m_selection.rects()) {
        RowsOfRect one;
        one.left = m_columns.at(std::min(rect.left, m_columns.count() - 1)).key;
        one.right = m_columns.at(std::min(rect.right, m_columns.count() - 1)).key;
        for (int line = rect.top; line <= std::min(rect.bottom, m_lines->count() - 1); ++line)
            if (const int row = m_lines->line(line).row; row >= 0 && row < m_model->entityCount())
                one.rows << m_model->row(row).id;
        result.push_back(std::move(one));
    }
    return result;
}

void SheetView::selectByRows(const std::vector<RowsOfRect> &byRows)
{
    if (byRows.empty() && m_selection.isEmpty()) return;
    const auto before = m_selection;
    std::vector<SheetRect> rects;
    for (const auto &one : byRows) {
        int left = m_columns.find(one.left), right = m_columns.find(one.right);
        if (left < 0 || right < 0) continue; // a column was hidden
        if (left > right) std::swap(left, right);
        std::vector<int> placed;
        for (const auto &id : one.rows)
            if (const int line = m_lines->lineOfRow(m_model->rowOf(id)); line >= 0) placed.push_back(line);
        std::sort(placed.begin(), placed.end());
        for (size_t i = 0; i < placed.size();) {
            size_t last = i;
            // Heads between two lines do not part a rectangle.
            while (last + 1 < placed.size() && nextLine(placed[last], 1) == placed[last + 1]) ++last;
            rects.push_back({placed[i], left, placed[last], right});
            i = last + 1;
        }
    }
    m_selection.set(std::move(rects));
    if (!(before == m_selection)) tellSelection();
}

int SheetView::nextLine(int from, int step) const
{
    for (int line = from + step; line >= 0 && line < m_lines->count(); line += step)
        if (!m_lines->line(line).isHead()) return line;
    return -1;
}

} // namespace callboard::ui
