// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetView.h"

#include "ui/spreadsheet/SheetPainter.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragMoveEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

namespace callboard::ui {

SheetCell SheetView::cellAt(const QPoint &seen) const
{
    const auto &all = lines();
    const auto point = unmirrored(seen);
    if (point.y() < sheetHeaderHeight()) return {};
    const int y = point.y() - sheetHeaderHeight() + verticalScrollBar()->value();
    if (y >= all.totalHeight()) return {};
    const int column = m_columns.columnAt(point.x(), horizontalScrollBar()->value());
    return {all.lineAt(y), column};
}

SheetCell SheetView::cellNear(const QPoint &point) const
{
    const int y =
        std::clamp(point.y() - sheetHeaderHeight(), 0, std::max(0, bodyHeight() - 1)) + verticalScrollBar()->value();
    const int x = std::clamp(point.x(), 0, viewport()->width() - 1);
    int line = std::clamp(m_lines->lineAt(y), 0, m_lines->count() - 1);
    int column = m_columns.columnAt(x, horizontalScrollBar()->value());
    if (column < 0) column = m_columns.count() - 1;
    if (m_lines->line(line).isHead()) { // towards the anchor
        const int away = m_selection.anchor().line <= line ? nextLine(line, -1) : nextLine(line, 1);
        if (away >= 0) line = away;
    }
    return {line, column};
}

void SheetView::mousePressEvent(QMouseEvent *event)
{
    doNeeded();
    if (!m_model) return;
    const auto point = unmirrored(event->position().toPoint());
    m_pressedAt = m_pointer = point;
    m_press = Press::Nothing;
    if (event->button() != Qt::LeftButton) return;
    if (point.y() < sheetHeaderHeight())
        pressHead(event, point);
    else
        pressBody(event, point);
}

void SheetView::pressHead(QMouseEvent *event, const QPoint &point)
{
    const int scrolled = horizontalScrollBar()->value();
    m_pressedColumn = m_columns.edgeAt(point.x(), scrolled);
    if (m_pressedColumn >= 0 && !m_columns.at(m_pressedColumn).isMinimised) {
        m_press = Press::ColumnEdge;
        m_widthBefore = m_columns.at(m_pressedColumn).width;
        return;
    }
    m_pressedColumn = m_columns.columnAt(point.x(), scrolled);
    if (m_pressedColumn < 0) return;
    const auto view = scene();
    const auto areas = SheetPainter::headAreas(view, m_pressedColumn, SheetPainter::headRect(view, m_pressedColumn));
    const auto key = m_columns.at(m_pressedColumn).key;
    const bool isSorted = key == m_layout.sortColumn;
    if (areas.changed.contains(point)) return arrangeChangedRows();
    if (m_pressedColumn == 0 || areas.sort.contains(point)) return sortBy(key, isSorted && !m_layout.isDescending);
    m_press = Press::ColumnHead;
    selectColumn(m_pressedColumn, event->modifiers() & Qt::ControlModifier);
}

void SheetView::pressBody(QMouseEvent *event, const QPoint &point)
{
    // The sticky head lies over the first line.
    const int scrolled = verticalScrollBar()->value();
    const int first = m_lines->lineAt(scrolled);
    if (m_layout.isGrouped && scrolled > 0 && first >= 0 && point.y() < sheetHeaderHeight() + sheetGroupHeight()) {
        const auto group = m_lines->groups()[size_t(m_lines->line(first).group)];
        setGroupCollapsed(group.id, !group.isCollapsed);
        return;
    }
    const auto cell = cellAt(event->position().toPoint());
    if (!cell.isValid()) return clearSelection();
    if (m_lines->line(cell.line).isHead()) {
        const auto group = m_lines->groups()[size_t(m_lines->line(cell.line).group)];
        setGroupCollapsed(group.id, !group.isCollapsed);
        return;
    }
    if (cell.column < 0) return clearSelection();
    const bool extends = event->modifiers() & Qt::ShiftModifier, beside = event->modifiers() & Qt::ControlModifier;
    m_press = cell.column == 0 ? Press::Names : Press::Cells;
    m_pressedLine = extends && !m_selection.isEmpty() ? m_selection.anchor().line : cell.line;
    const bool moves = m_current != cell;
    if (m_press == Press::Names) {
        m_current = cell;
        selectRows(m_pressedLine, cell.line, beside);
    } else if (extends) {
        m_selection.extendTo(cell);
        tellSelection();
    } else {
        m_current = cell;
        m_selection.start(cell, beside);
        tellSelection();
    }
    viewport()->update();
    if (moves && m_current == cell) Q_EMIT currentChanged();
}

void SheetView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_model || !m_lines) return;
    const auto point = unmirrored(event->position().toPoint());
    m_pointer = point;
    if (!(event->buttons() & Qt::LeftButton)) m_press = Press::Nothing;
    switch (m_press) {
    case Press::ColumnEdge: return dragEdge(point.x());
    case Press::ColumnHead: {
        if ((point - m_pressedAt).manhattanLength() < QApplication::startDragDistance() && m_moveTarget < 0) return;
        int target = m_columns.columnAt(point.x(), horizontalScrollBar()->value());
        if (target < 0)
            target = m_columns.count();
        else if (point.x()
            > m_columns.leftInView(target, horizontalScrollBar()->value()) + m_columns.at(target).width / 2)
            ++target;
        m_moveTarget = std::max(1, target);
        viewport()->setCursor(Qt::ClosedHandCursor);
        viewport()->update();
        return;
    }
    case Press::Cells:
    case Press::Names: return extendTo(point);
    case Press::Nothing: return updateHover(point);
    }
}

void SheetView::extendTo(const QPoint &point)
{
    if (m_lines->count() == 0) return;
    const int above = sheetHeaderHeight() - point.y(), below = point.y() - viewport()->height();
    const int left = m_columns.nameWidth() - point.x(), right = point.x() - viewport()->width();
    const bool isBeyond = above > 0 || below > 0 || right > 0
        || (left > 0 && m_press == Press::Cells && horizontalScrollBar()->value() > 0);
    if (isBeyond) {
        verticalScrollBar()->setValue(verticalScrollBar()->value()
            + (below > 0        ? below / 2 + 4
                    : above > 0 ? -above / 2 - 4
                                : 0));
        if (m_press == Press::Cells)
            horizontalScrollBar()->setValue(horizontalScrollBar()->value()
                + (right > 0       ? right / 2 + 4
                        : left > 0 ? -left / 2 - 4
                                   : 0));
        if (!m_scrollTimer.isActive()) m_scrollTimer.start(16, this);
    } else {
        m_scrollTimer.stop();
    }
    auto cell = cellNear(point);
    const auto before = m_selection;
    if (m_press == Press::Names)
        m_selection.set([&] {
            auto rects = m_selection.rects();
            rects.back() = {
                std::min(m_pressedLine, cell.line), 0, std::max(m_pressedLine, cell.line), m_columns.count() - 1};
            return rects;
        }());
    else {
        cell.column = std::max(cell.column, 1);
        m_selection.extendTo(cell);
    }
    if (before == m_selection) return;
    viewport()->update();
    tellSelection();
}

void SheetView::mouseReleaseEvent(QMouseEvent *event)
{
    m_scrollTimer.stop();
    const auto press = std::exchange(m_press, Press::Nothing);
    if (press == Press::ColumnHead && m_moveTarget >= 1) dropHead();
    if (press == Press::ColumnEdge) Q_EMIT layoutChanged(m_layout);
    m_moveTarget = -1;
    updateHover(unmirrored(event->position().toPoint()));
    viewport()->update();
}

void SheetView::dragEdge(int x)
{
    const auto &column = m_columns.at(m_pressedColumn);
    const int width = std::clamp(m_widthBefore + x - m_pressedAt.x(), minimumColumnWidth(column.key.kind), 1000);
    auto layout = m_layout;
    if (m_pressedColumn == 0)
        layout.nameWidth = width;
    else if (auto *found = layout.find(column.key))
        found->width = width;
    applyLayout(layout, Need::Nothing, false);
}

void SheetView::dropHead()
{
    if (m_moveTarget == m_pressedColumn || m_moveTarget == m_pressedColumn + 1) return;
    const auto key = m_columns.at(m_pressedColumn).key;
    const auto before = m_moveTarget < m_columns.count() ? std::optional(m_columns.at(m_moveTarget).key) : std::nullopt;
    auto layout = m_layout;
    const auto moved = *layout.find(key);
    layout.columns.removeIf([&key](const ColumnLayout &column) { return column.key == key; });
    qsizetype place = layout.columns.size();
    for (qsizetype i = 0; before && i < layout.columns.size(); ++i)
        if (layout.columns[i].key == *before) {
            place = i;
            break;
        }
    layout.columns.insert(place, moved);
    applyLayout(layout, Need::Nothing, true);
}

void SheetView::mouseDoubleClickEvent(QMouseEvent *event)
{
    doNeeded();
    if (!m_model || event->button() != Qt::LeftButton) return;
    const auto point = unmirrored(event->position().toPoint());
    if (point.y() < sheetHeaderHeight()) {
        const int edge = m_columns.edgeAt(point.x(), horizontalScrollBar()->value());
        auto layout = m_layout;
        if (edge == 0) {
            layout.nameWidth = SheetLayout::nameWidthDefault;
        } else if (edge > 0) { // back to the usual width
            const auto key = m_columns.at(edge).key;
            const SheetLayout usual = SheetLayout{}.completedFor(*m_model);
            if (auto *found = layout.find(key)) found->width = usual.find(key)->width;
        } else {
            return mousePressEvent(event);
        }
        return applyLayout(layout, Need::Nothing, true);
    }
    const auto cell = cellAt(event->position().toPoint());
    if (!cell.isValid() || cell.column < 0 || m_lines->line(cell.line).isHead()) return mousePressEvent(event);
    const auto address = current();
    if (!address) return;
    const bool isOnPicture = address->column.kind == ColumnKind::Name && point.x() < sheetPictureEnd(m_layout.density);
    if (isOnPicture) return Q_EMIT reviewRequested(*address);
    if (address->column.kind == ColumnKind::Task || !m_model->isEditable(m_columns.at(cell.column).modelColumn))
        Q_EMIT panelRequested(*address);
    else
        editCurrent();
}

void SheetView::updateHover(const QPoint &point)
{
    int line = -1, head = -1;
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (point.y() >= 0 && point.y() < sheetHeaderHeight()) {
        head = m_columns.columnAt(point.x(), horizontalScrollBar()->value());
        const int edge = m_columns.edgeAt(point.x(), horizontalScrollBar()->value());
        if (edge >= 0 && !m_columns.at(edge).isMinimised) shape = Qt::SplitHCursor;
    } else if (m_lines && point.y() >= sheetHeaderHeight()) {
        const int y = point.y() - sheetHeaderHeight() + verticalScrollBar()->value();
        line = y < m_lines->totalHeight() ? m_lines->lineAt(y) : -1;
    }
    viewport()->setCursor(shape);
    if (head != m_hoveredHead) viewport()->update(0, 0, viewport()->width(), sheetHeaderHeight());
    if (line != m_hoveredLine) {
        repaintLines(m_hoveredLine, m_hoveredLine);
        repaintLines(line, line);
    }
    m_hoveredHead = head;
    m_hoveredLine = line;
}

void SheetView::repaintLines(int first, int last)
{
    if (first < 0 || last >= m_lines->count()) return;
    const int top = sheetHeaderHeight() + m_lines->top(first) - verticalScrollBar()->value();
    const int bottom = sheetHeaderHeight() + m_lines->top(last) + m_lines->height(last) - verticalScrollBar()->value();
    viewport()->update(0, top, viewport()->width(), bottom - top);
}

bool SheetView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_pointer = {-1, -1};
        if (m_lines) updateHover(m_pointer);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SheetView::contextMenuEvent(QContextMenuEvent *event)
{
    doNeeded();
    if (!m_model) return;
    const auto point = unmirrored(event->pos());
    if (event->reason() == QContextMenuEvent::Mouse && point.y() < sheetHeaderHeight()) {
        const int column = m_columns.columnAt(point.x(), horizontalScrollBar()->value());
        if (column >= 0) showColumnMenu(column, event->globalPos());
        return;
    }
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto cell = cellAt(event->pos());
        if (!cell.isValid() || cell.column < 0 || m_lines->line(cell.line).isHead()) return;
        if (!m_selection.contains(cell.line, cell.column)) setCurrentCell(cell);
        if (const auto address = current()) Q_EMIT menuRequested(event->globalPos(), *address);
    } else if (const auto address = current()) {
        Q_EMIT menuRequested(viewport()->mapToGlobal(cellRect(m_current).center()), *address);
    }
}

void SheetView::showColumnMenu(int column, const QPoint &global)
{
    const auto key = m_columns.at(column).key;
    QMenu menu(this);
    menu.addAction(tr("Sort upwards"), this, [this, key] { sortBy(key, false); });
    menu.addAction(tr("Sort downwards"), this, [this, key] { sortBy(key, true); });
    if (column > 0) {
        const auto change = [this, key](auto &&alter) {
            auto layout = m_layout;
            if (auto *found = layout.find(key)) alter(*found);
            applyLayout(layout, Need::Nothing, true);
        };
        menu.addSeparator();
        menu.addAction(tr("Select column"), this, [this, column] { selectColumn(column, false); });
        menu.addAction(m_columns.at(column).isMinimised ? tr("Full width") : tr("Minimise"), this,
            [change] { change([](ColumnLayout &found) { found.isMinimised = !found.isMinimised; }); });
        menu.addAction(tr("Hide"), this, [change] { change([](ColumnLayout &found) { found.isHidden = true; }); });
    }
    Q_EMIT columnMenuAboutToShow(&menu, key);
    menu.exec(global);
}

// --- files dropped on tasks

void SheetView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_rights.publishes) event->acceptProposedAction();
}

void SheetView::dragMoveEvent(QDragMoveEvent *event)
{
    const auto cell = cellAt(event->position().toPoint());
    SheetCell target;
    if (cell.isValid() && cell.column > 0 && !m_lines->line(cell.line).isHead()
        && m_model->task(m_lines->line(cell.line).row, m_columns.at(cell.column).modelColumn))
        target = cell;
    if (target != m_dropTarget) {
        m_dropTarget = target;
        viewport()->update();
    }
    if (target.isValid())
        event->acceptProposedAction();
    else
        event->ignore();
}

void SheetView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropTarget = {};
    viewport()->update();
}

void SheetView::dropEvent(QDropEvent *event)
{
    const auto target = std::exchange(m_dropTarget, SheetCell{});
    viewport()->update();
    if (!target.isValid()) return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(m_model->address(m_lines->line(target.line).row, m_columns.at(target.column).modelColumn),
        event->mimeData()->urls());
}

} // namespace callboard::ui
