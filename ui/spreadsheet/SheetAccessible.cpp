// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetAccessible.h"

#include "ui/spreadsheet/SheetView.h"

#include <QAccessibleWidget>

namespace callboard::ui {
namespace {

// One cell, or the head of a group, as a child with the number line × columns + column.
class CellInterface : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    CellInterface(SheetView *view, SheetCell cell)
        : m_view(view)
        , m_cell(cell)
    {}

    bool isValid() const override
    {
        return m_view && m_view->model() && m_cell.line < m_view->lines().count()
            && m_cell.column < m_view->shownColumns().count();
    }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return isHead() ? QAccessible::RowHeader : QAccessible::Cell; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid()) return {};
        const auto &line = m_view->lines().line(m_cell.line);
        if (!line.isHead())
            return m_view->model()->spokenCell(line.row, m_view->shownColumns().at(m_cell.column).modelColumn);
        const auto &group = m_view->lines().groups()[size_t(line.group)];
        return SheetView::tr("%1 %2, %3 of %4, %5 % done")
            .arg(group.name, group.description)
            .arg(group.shown)
            .arg(group.total)
            .arg(group.percentDone());
    }
    QRect rect() const override
    {
        if (!isValid()) return {};
        const auto rect = m_view->cellRect(m_cell);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = isSelected();
        state.focused = m_view && m_view->hasFocus() && m_view->currentCell() == m_cell;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    int columnIndex() const override { return m_cell.column; }
    int rowIndex() const override { return m_cell.line; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    bool isSelected() const override { return m_view && m_view->selection().contains(m_cell.line, m_cell.column); }
    QAccessibleInterface *table() const override { return parent(); }

private:
    bool isHead() const { return isValid() && m_view->lines().line(m_cell.line).isHead(); }

    QPointer<SheetView> m_view;
    SheetCell m_cell;
};

class TableInterface : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit TableInterface(SheetView *view)
        : QAccessibleWidget(view, QAccessible::Table)
    {}
    ~TableInterface() override
    {
        for (const auto id : m_cells) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int number) const override
    {
        return columnCount() > 0 ? cellAt(number / columnCount(), number % columnCount()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = const_cast<QAccessibleInterface *>(child)->tableCellInterface();
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto cell = view()->cellAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return cell.isValid() && cell.column >= 0 ? cellAt(cell.line, cell.column) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const auto cell = view()->currentCell();
        return cell.isValid() ? cellAt(cell.line, cell.column) : nullptr;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int line, int column) const override
    {
        if (line < 0 || line >= rowCount() || column < 0 || column >= columnCount()) return nullptr;
        const auto key = std::pair(line, column);
        const auto known = m_cells.constFind(key);
        if (known != m_cells.constEnd())
            if (auto *cell = QAccessible::accessibleInterface(*known)) return cell;
        auto *cell = new CellInterface(view(), {line, column});
        m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    int selectedCellCount() const override { return int(view()->selectedCells().size()); }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        for (const auto &rect : view()->selection().rects())
            for (int line = rect.top; line <= rect.bottom && cells.size() < mostSelected; ++line)
                for (int column = rect.left; column <= rect.right; ++column)
                    if (auto *cell = cellAt(line, column)) cells << cell;
        return cells;
    }
    QString columnDescription(int column) const override
    {
        return column >= 0 && column < columnCount()
            ? view()->model()->columns()[size_t(view()->shownColumns().at(column).modelColumn)].title
            : QString();
    }
    QString rowDescription(int line) const override
    {
        const auto *cell = cellAt(line, 0);
        return cell ? cell->text(QAccessible::Name) : QString();
    }
    int columnCount() const override { return view()->model() ? view()->shownColumns().count() : 0; }
    int rowCount() const override { return view()->model() ? view()->lines().count() : 0; }
    int selectedColumnCount() const override { return int(selectedColumns().size()); }
    int selectedRowCount() const override { return int(selectedRows().size()); }
    QList<int> selectedColumns() const override
    {
        QList<int> columns;
        for (int column = 0; column < columnCount(); ++column)
            if (view()->selection().hasColumn(column)) columns << column;
        return columns;
    }
    QList<int> selectedRows() const override
    {
        QList<int> lines;
        for (int line = 0; line < rowCount(); ++line)
            if (view()->selection().hasLine(line)) lines << line;
        return lines;
    }
    bool isColumnSelected(int column) const override { return view()->selection().hasColumn(column); }
    bool isRowSelected(int line) const override { return view()->selection().hasLine(line); }
    bool selectRow(int line) override
    {
        view()->selectRows(line, line, false);
        return true;
    }
    bool selectColumn(int column) override
    {
        view()->selectColumn(column, false);
        return true;
    }
    bool unselectRow(int) override
    {
        view()->clearSelection();
        return true;
    }
    bool unselectColumn(int) override
    {
        view()->clearSelection();
        return true;
    }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    static constexpr int mostSelected = 1000; // a reader asks for these one by one
    SheetView *view() const { return static_cast<SheetView *>(object()); }
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface *makeInterface(const QString &name, QObject *object)
{
    if (name != QLatin1String("callboard::ui::SheetView")) return nullptr;
    auto *view = qobject_cast<SheetView *>(object);
    return view ? new TableInterface(view) : nullptr;
}

} // namespace

void installSheetAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled);
}

} // namespace callboard::ui
