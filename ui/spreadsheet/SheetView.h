// SPDX-License-Identifier: GPL-3.0-or-later
// The spreadsheet of entities × task types. The header and the names stay, the rest scrolls; it paints itself
// and asks the model for nothing but what is on screen. What the user wants changed leaves as a CellEdit; the
// view changes no value by itself. Main thread.
//
// Keys: arrows, Home End, PgUp PgDn (Shift extends); Ctrl+Left/Right first and last column, Ctrl+Up/Down the
// group before and after; Enter the panel, or the editor of a field; Ctrl+Enter the review; F2 the editor; letters a
// status search; 1 to 4 priority normal to emergency; Ctrl+A, Ctrl+C, Ctrl+V; Left on a name folds its group; Esc
// deselects.
#pragma once

#include "ui/parts/Avatar.h"
#include "ui/spreadsheet/SheetColumns.h"
#include "ui/spreadsheet/SheetLines.h"
#include "ui/spreadsheet/SheetSelection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPointer>
#include <QSet>
#include <QUrl>
#include <memory>

class QMenu;

namespace callboard::ui {

class CellEditor;
class SheetThumbnails;
class StatusPicker;
struct SheetScene;

// What the role may do here; what it may not is not offered.
struct SheetRights
{
    bool editsFields = true;
    bool changesStatus = true;
    bool assigns = true;
    bool setsPriority = true;
    bool setsEstimation = true;
    bool publishes = true;

    bool operator==(const SheetRights &) const = default;
};

// Where somebody was, to come back to.
struct SheetPlace
{
    int scrolledX = 0;
    int scrolledY = 0;
    std::optional<CellAddress> current;
};

struct SelectionSums
{
    int tasks = 0; // existing ones
    int rows = 0;
    int taskTypes = 0;
    int estimationMinutes = 0;
    int frames = 0;

    bool operator==(const SelectionSums &) const = default;
};

class SheetView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit SheetView(QWidget *parent = nullptr);
    ~SheetView() override;

    void setModel(SheetModel *model); // not owned; must outlive the view or be replaced
    SheetModel *model() const { return m_model; }

    void setSheetLayout(const SheetLayout &);
    const SheetLayout &sheetLayout() const { return m_layout; }
    void setDensity(metrics::Density);
    void setGrouped(bool);
    void sortBy(const ColumnKey &, bool descending);
    void setGroupCollapsed(const QString &groupId, bool);
    void fillColumnMenu(QMenu &); // a check for each column: the "Columns" button
    void arrangeChangedRows();    // sorts and filters now: for the user's own new rows, and "n changed"

    // Null: all rows. The columns that the filter looks at carry a funnel.
    void setFilter(std::shared_ptr<const RowFilter>, const QSet<ColumnKey> &columns = {});
    // Shown in the body when there are no rows at all and none are on their way: the next step. Owned here.
    void setFirstUse(QWidget *);
    void setRights(const SheetRights &rights) { m_rights = rights; }
    const SheetRights &rights() const { return m_rights; }

    SheetPlace place() const;
    void restore(const SheetPlace &);

    const SheetLines &lines() const;
    const SheetColumns &shownColumns() const { return m_columns; }
    SheetCell currentCell() const { return m_current; }
    std::optional<CellAddress> current() const;
    void setCurrent(const CellAddress &);
    void setCurrentCell(SheetCell, bool extends = false);
    const SheetSelection &selection() const { return m_selection; }
    QList<CellAddress> selectedCells() const; // in the order of the screen, without heads of groups
    QList<CellAddress> selectedTasks() const; // those that hold a task
    QStringList selectedRows() const;
    SelectionSums selectionSums() const;
    void clearSelection();
    void selectColumn(int column, bool beside);
    void selectRows(int from, int to, bool beside);
    QString selectionAsText() const; // TSV
    QRect cellRect(SheetCell) const; // in the viewport, as seen
    SheetCell cellAt(const QPoint &) const;
    int changedRows() const { return int(m_stale.size()); }

    SheetThumbnails &thumbnails() { return *m_thumbnails; }
    void setAvatar(const QString &personId, const QPixmap &);
    void editCurrent(const QString &typed = {});
    void pickStatus(const QString &typed = {});

Q_SIGNALS:
    void edited(const CellEdit &);
    void currentChanged();
    void selectionChanged();
    void panelRequested(const CellAddress &);
    void reviewRequested(const CellAddress &); // double click on the picture, Ctrl+Enter
    void pasteRequested(const QList<CellPaste> &, const QStringList &refused);
    void menuRequested(const QPoint &global, const CellAddress &);
    void columnMenuAboutToShow(QMenu *, const ColumnKey &); // add what else a column offers
    void filesDropped(const CellAddress &, const QList<QUrl> &);
    void layoutChanged(const SheetLayout &); // by the user: keep it
    void clearFilterRequested();             // from "No shot matches"
    void arranged();                         // other lines or sums

protected:
    bool viewportEvent(QEvent *) override;
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *) override;
    void mousePressEvent(QMouseEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void mouseReleaseEvent(QMouseEvent *) override;
    void mouseDoubleClickEvent(QMouseEvent *) override;
    void contextMenuEvent(QContextMenuEvent *) override;
    void dragEnterEvent(QDragEnterEvent *) override;
    void dragMoveEvent(QDragMoveEvent *) override;
    void dragLeaveEvent(QDragLeaveEvent *) override;
    void dropEvent(QDropEvent *) override;
    void timerEvent(QTimerEvent *) override;
    void focusInEvent(QFocusEvent *) override;
    void focusOutEvent(QFocusEvent *) override;
    void changeEvent(QEvent *) override;

private:
    friend class SheetAccessible;
    enum class Need { Nothing, Arrange, Sort };
    enum class Press { Nothing, Cells, Names, ColumnEdge, ColumnHead };
    struct Anchor
    { // a row that stays where it is while lines come and go
        QString rowId;
        int offset = 0;
    };

    SheetScene scene() const;
    void need(Need);
    void doNeeded();
    Anchor anchorNow() const;
    void keepAt(const Anchor &);
    void onRowsChanged(const QModelIndex &from, const QModelIndex &to);
    void onRowsAboutToGo(int first, int last);
    void onRowsGone(int first, int last);
    void noteChangedRows();
    void rebuildPeople();
    void applyLayout(const SheetLayout &, Need, bool tell);
    void updateScrollBars();
    void updateEmpty();
    void updateHover(const QPoint &);
    void noteVisible();
    void repaintLines(int first, int last);
    void scrollTo(SheetCell);
    int bodyHeight() const;
    QPoint unmirrored(const QPoint &) const;

    struct RowsOfRect
    {
        QStringList rows;
        ColumnKey left, right;
    };
    std::vector<RowsOfRect> selectionByRows() const;
    void selectByRows(const std::vector<RowsOfRect> &);
    void tellSelection();

    bool moveCurrent(QKeyEvent *);
    int nextLine(int from, int step) const;
    int lineByPage(int from, int direction) const;
    int groupBoundary(int from, int direction) const;
    void selectAll();
    bool foldByKey(int key);
    void setPriority(int priority);
    void editField(const QList<CellAddress> &cells, const QVariant &value);
    void paste();
    void pressHead(QMouseEvent *, const QPoint &);
    void pressBody(QMouseEvent *, const QPoint &);
    void dragEdge(int x);
    void dropHead();
    void showColumnMenu(int column, const QPoint &global);
    SheetCell cellNear(const QPoint &) const; // clamped into the body: for drags
    void extendTo(const QPoint &);

    SheetModel *m_model = nullptr;
    std::unique_ptr<SheetLines> m_lines;
    SheetColumns m_columns;
    SheetLayout m_layout;
    SheetSelection m_selection;
    SheetCell m_current;
    std::shared_ptr<const RowFilter> m_filter;
    QSet<ColumnKey> m_filteredColumns;
    QHash<QString, PersonLook> m_people;
    QHash<QString, QPixmap> m_avatars;
    SheetThumbnails *m_thumbnails;
    QPointer<QWidget> m_firstUse, m_noMatch;
    SheetRights m_rights;
    QSet<QString> m_stale;       // ids of rows that would stand elsewhere
    QSet<QString> m_changedRows; // to be looked at
    Need m_need = Need::Nothing;
    QBasicTimer m_needTimer, m_scrollTimer, m_visibleTimer;
    std::optional<Anchor> m_removalAnchor;
    std::vector<RowsOfRect> m_removalSelection;
    std::optional<CellAddress> m_removalCurrent;

    Press m_press = Press::Nothing;
    QPoint m_pressedAt, m_pointer{-1, -1}; // unmirrored
    int m_pressedColumn = -1, m_widthBefore = 0, m_moveTarget = -1, m_pressedLine = -1;
    int m_hoveredLine = -1, m_hoveredHead = -1;
    SheetCell m_dropTarget;
    QPointer<CellEditor> m_editor;
};

} // namespace callboard::ui
