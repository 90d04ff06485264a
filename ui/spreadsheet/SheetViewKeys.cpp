// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetView.h"

#include "ui/spreadsheet/CellEditor.h"
#include "ui/spreadsheet/SheetPainter.h"
#include "ui/spreadsheet/StatusPicker.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

namespace callboard::ui {

void SheetView::keyPressEvent(QKeyEvent *event)
{
    doNeeded();
    if (!m_model || m_lines->count() == 0) return QAbstractScrollArea::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectionAsText());
        return;
    }
    if (event->matches(QKeySequence::Paste)) return paste();
    if (event->matches(QKeySequence::SelectAll)) return selectAll();
    if (moveCurrent(event) || foldByKey(event->key())) return;
    const auto address = current();
    const bool isTask = address && address->column.kind == ColumnKind::Task;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!address) return event->ignore();
        if (event->modifiers() & Qt::ControlModifier) return Q_EMIT reviewRequested(*address);
        if (!isTask && address->column.kind != ColumnKind::Name && m_rights.editsFields
            && m_model->isEditable(m_columns.at(m_current.column).modelColumn))
            return editCurrent();
        return Q_EMIT panelRequested(*address);
    case Qt::Key_F2: return editCurrent();
    case Qt::Key_Escape:
        // Nothing is left to step back from: whoever is around it goes on.
        if (m_selection.isEmpty()) return event->ignore();
        return clearSelection();
    default: break;
    }
    const auto text = event->text();
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isPlain || text.isEmpty() || !text.front().isPrint() || text.front() == u'/')
        return QAbstractScrollArea::keyPressEvent(event);
    if (isTask || !selectedTasks().isEmpty()) {
        if (text.front() >= u'1' && text.front() <= u'4') return setPriority(text.front().unicode() - u'1');
        if (text.front().isLetter()) return pickStatus(text);
    } else if (address && address->column.kind != ColumnKind::Name) {
        return editCurrent(text);
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool SheetView::moveCurrent(QKeyEvent *event)
{
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    const bool jumps = event->modifiers() & Qt::ControlModifier;
    int key = event->key();
    if (layoutDirection() == Qt::RightToLeft) {
        if (key == Qt::Key_Left)
            key = Qt::Key_Right;
        else if (key == Qt::Key_Right)
            key = Qt::Key_Left;
    }
    if (!m_current.isValid()) {
        static const QList<int> moves = {
            Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End};
        if (!moves.contains(key)) return false;
        const int seen = std::max(0, m_lines->lineAt(verticalScrollBar()->value()));
        setCurrentCell({m_lines->line(seen).isHead() && nextLine(seen, 1) >= 0 ? nextLine(seen, 1) : seen, 0});
        return true;
    }
    // A folded group has no rows to stand on: its head is a stop of its own.
    const auto step = [this](int start, int direction) {
        for (int line = start + direction; line >= 0 && line < m_lines->count(); line += direction) {
            const auto &at = m_lines->line(line);
            if (!at.isHead() || m_lines->groups()[size_t(at.group)].isCollapsed) return line;
        }
        return std::clamp(start, 0, m_lines->count() - 1);
    };
    const bool onHead = m_current.line < m_lines->count() && m_lines->line(m_current.line).isHead();
    const SheetCell from = extends && !m_selection.isEmpty() ? m_selection.end() : m_current;
    SheetCell to = from;
    switch (key) {
    case Qt::Key_Up: to.line = jumps ? groupBoundary(from.line, -1) : step(from.line, -1); break;
    case Qt::Key_Down: to.line = jumps ? groupBoundary(from.line, 1) : step(from.line, 1); break;
    case Qt::Key_Left:
        if (onHead || (to.column == 0 && !extends && !jumps)) return false; // folds
        to.column = jumps ? 0 : std::max(0, to.column - 1);
        break;
    case Qt::Key_Right:
        if (onHead) return false; // unfolds
        to.column = jumps ? m_columns.count() - 1 : std::min(m_columns.count() - 1, to.column + 1);
        break;
    case Qt::Key_Home:
        if (jumps) to.line = step(-1, 1);
        to.column = 0;
        break;
    case Qt::Key_End:
        if (jumps) to.line = step(m_lines->count(), -1);
        to.column = m_columns.count() - 1;
        break;
    case Qt::Key_PageUp: to.line = lineByPage(from.line, -1); break;
    case Qt::Key_PageDown: to.line = lineByPage(from.line, 1); break;
    default: return false;
    }
    setCurrentCell(to, extends);
    return true;
}

int SheetView::lineByPage(int from, int direction) const
{
    const int y = m_lines->top(from) + direction * (bodyHeight() - sheetGroupHeight());
    int line = std::clamp(m_lines->lineAt(std::max(0, y)), 0, m_lines->count() - 1);
    if (!m_lines->line(line).isHead()) return line;
    int other = nextLine(line, direction);
    if (other < 0) other = nextLine(line, -direction);
    return other < 0 ? line : other;
}

int SheetView::groupBoundary(int from, int direction) const
{
    const int group = m_lines->line(from).group;
    for (int line = from + direction; line >= 0 && line < m_lines->count(); line += direction) {
        const auto &at = m_lines->line(line);
        if (at.isHead() || at.group == group) continue;
        if (direction > 0) return line;
        // Upwards: to the first row of that group.
        while (line > 0 && !m_lines->line(line - 1).isHead() && m_lines->line(line - 1).group == at.group) --line;
        return line;
    }
    const int end = direction > 0 ? nextLine(m_lines->count(), -1) : nextLine(-1, 1);
    return end < 0 ? from : end;
}

bool SheetView::foldByKey(int key)
{
    if (!m_current.isValid() || m_current.line >= m_lines->count() || !m_layout.isGrouped) return false;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int folds = mirrored ? Qt::Key_Right : Qt::Key_Left, unfolds = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const auto at = m_lines->line(m_current.line);
    const auto group = m_lines->groups()[size_t(at.group)];
    if (at.isHead()) {
        if (key != folds && key != unfolds && key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Space)
            return false;
        setGroupCollapsed(group.id, key == folds ? true : key == unfolds ? false : !group.isCollapsed);
        doNeeded();
        return true;
    }
    if (key != folds || m_current.column != 0) return false;
    int head = m_current.line;
    while (head > 0 && !m_lines->line(head).isHead()) --head;
    setCurrentCell({head, 0});
    setGroupCollapsed(group.id, true);
    doNeeded();
    return true;
}

void SheetView::setPriority(int priority)
{
    if (!m_rights.setsPriority) return;
    const auto tasks = selectedTasks();
    if (!tasks.isEmpty()) Q_EMIT edited({tasks, CellAspect::Priority, priority});
}

void SheetView::pickStatus(const QString &typed)
{
    const auto tasks = selectedTasks();
    if (tasks.isEmpty() || !m_rights.changesStatus) return;
    auto *picker = new StatusPicker(m_model->subject().statuses, int(tasks.size()), this);
    connect(picker, &StatusPicker::picked, this, [this, tasks](const QString &statusId) {
        Q_EMIT edited({tasks, CellAspect::Status, statusId});
    });
    const QRect cell = cellRect(
        m_current.isValid() ? m_current : SheetCell{m_selection.rects().back().top, m_selection.rects().back().left});
    picker->open(viewport()->mapToGlobal(cell.bottomLeft() + QPoint(0, 2)), typed);
}

void SheetView::editCurrent(const QString &typed)
{
    const auto address = current();
    if (!address || !m_rights.editsFields) return;
    if (address->column.kind == ColumnKind::Task) return pickStatus(typed);
    const int row = m_model->rowOf(address->rowId), column = m_columns.at(m_current.column).modelColumn;
    if (!m_model->isEditable(column)) return;
    // An edit goes to all selected cells of that column; a name is one row's alone.
    QList<CellAddress> cells = {*address};
    if (address->column.kind != ColumnKind::Name)
        for (const auto &cell : selectedCells())
            if (cell.column == address->column && cell != *address) cells << cell;
    delete m_editor;
    m_editor = new CellEditor(*m_model, row, column, viewport());
    connect(m_editor, &CellEditor::finished, this, [this, cells](const QVariant &value) { editField(cells, value); });
    connect(m_editor, &QObject::destroyed, this, [this] { setFocus(); });
    auto rect = cellRect(m_current);
    if (address->column.kind == ColumnKind::Name)
        rect.setLeft(rect.left() + metrics::rowSize(m_layout.density).picture.width() + 12);
    m_editor->open(rect, typed);
}

void SheetView::editField(const QList<CellAddress> &cells, const QVariant &value)
{
    QList<CellAddress> differing;
    for (const auto &cell : cells) {
        const int row = m_model->rowOf(cell.rowId), column = m_model->columnOf(cell.column);
        if (row >= 0 && column >= 0 && m_model->cellValue(row, column) != value) differing << cell;
    }
    if (!differing.isEmpty()) Q_EMIT edited({differing, CellAspect::Value, value});
}

void SheetView::paste()
{
    const auto text = QApplication::clipboard()->text();
    if (text.isEmpty() || m_selection.isEmpty() || !m_rights.editsFields) return;
    QList<QStringList> table;
    auto trimmed = text;
    while (trimmed.endsWith(u'\n') || trimmed.endsWith(u'\r')) trimmed.chop(1);
    for (auto line : trimmed.split(u'\n')) table << line.remove(u'\r').split(u'\t');
    const auto target = m_selection.rects().back();
    const bool isOne = table.size() == 1 && table.first().size() == 1;
    QList<CellPaste> changes;
    QStringList refused;
    const auto put = [&](int line, int column, const QString &after) {
        const int row = m_lines->line(line).row, place = m_columns.at(column).modelColumn;
        const auto before = m_model->cellText(row, place);
        if (before == after) return;
        const bool isTask = m_columns.at(column).key.kind == ColumnKind::Task;
        if (!m_model->valueFromText(place, after) || (isTask && !m_model->task(row, place)))
            refused << tr("“%1” can't be in %2").arg(after, m_model->columns()[size_t(place)].title);
        else
            changes << CellPaste{m_model->address(row, place), before, after};
    };
    if (isOne) {
        for (int line = target.top; line <= std::min(target.bottom, m_lines->count() - 1); ++line)
            for (int column = target.left; !m_lines->line(line).isHead() && column <= target.right; ++column)
                put(line, column, table.first().first());
    } else {
        int line = m_lines->line(target.top).isHead() ? nextLine(target.top, 1) : target.top;
        for (const auto &cells : table) {
            if (line < 0) break;
            for (int i = 0; i < cells.size() && target.left + i < m_columns.count(); ++i)
                put(line, target.left + i, cells[i]);
            line = nextLine(line, 1);
        }
    }
    if (!changes.isEmpty() || !refused.isEmpty()) Q_EMIT pasteRequested(changes, refused);
}

void SheetView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void SheetView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace callboard::ui
