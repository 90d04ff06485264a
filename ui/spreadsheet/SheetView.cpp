// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spreadsheet/SheetView.h"

#include "ui/parts/Notice.h"
#include "ui/spreadsheet/CellEditor.h"
#include "ui/spreadsheet/SheetAccessible.h"
#include "ui/spreadsheet/SheetPainter.h"
#include "ui/spreadsheet/SheetThumbnails.h"

#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

namespace callboard::ui {

SheetView::SheetView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_thumbnails(new SheetThumbnails(this))
{
    installSheetAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Spreadsheet"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAcceptDrops(true);
    setAcceptDrops(true);
    connect(m_thumbnails, &SheetThumbnails::arrived, this, [this] { viewport()->update(); });
}

SheetView::~SheetView() = default;

void SheetView::setModel(SheetModel *model)
{
    if (m_model == model) return;
    if (m_model) m_model->disconnect(this);
    m_model = model;
    m_lines.reset();
    m_selection.clear();
    m_current = {};
    m_stale.clear();
    m_changedRows.clear();
    if (!m_model) return viewport()->update();
    m_lines = std::make_unique<SheetLines>(*m_model);
    connect(m_model, &SheetModel::dataChanged, this, &SheetView::onRowsChanged);
    connect(m_model, &SheetModel::rowsInserted, this, [this] { need(Need::Sort); });
    connect(m_model, &SheetModel::groupsDescribed, this, [this] { need(Need::Arrange); });
    connect(m_model, &SheetModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRowsAboutToGo(first, last); });
    connect(m_model, &SheetModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRowsGone(first, last); });
    connect(m_model, &SheetModel::modelReset, this, [this] {
        m_lines = std::make_unique<SheetLines>(*m_model);
        m_selection.clear();
        m_current = {};
        applyLayout(m_layout.completedFor(*m_model), Need::Sort, false);
        rebuildPeople();
    });
    rebuildPeople();
    applyLayout(m_layout.completedFor(*m_model), Need::Sort, false);
}

void SheetView::rebuildPeople()
{
    m_people.clear();
    if (!m_model) return;
    for (const auto &person : m_model->subject().people)
        m_people.insert(person.id, {person.id, person.fullName, m_avatars.value(person.id)});
}

void SheetView::setAvatar(const QString &personId, const QPixmap &picture)
{
    m_avatars.insert(personId, picture);
    if (const auto person = m_people.find(personId); person != m_people.end()) person->picture = picture;
    viewport()->update();
}

// --- layout

void SheetView::setSheetLayout(const SheetLayout &layout)
{
    applyLayout(m_model ? layout.completedFor(*m_model) : layout, Need::Sort, false);
}

void SheetView::applyLayout(const SheetLayout &layout, Need needed, bool tell)
{
    const auto byRows = m_model ? selectionByRows() : std::vector<RowsOfRect>{};
    const auto currentNow = current();
    m_layout = layout;
    if (m_model) m_columns.arrange(*m_model, m_layout);
    if (m_lines) m_lines->setHeights(sheetRowHeight(m_layout.density), sheetGroupHeight());
    m_thumbnails->setSize(metrics::rowSize(m_layout.density).picture, devicePixelRatioF());
    if (m_lines && m_lines->count() > 0) {
        selectByRows(byRows);
        if (currentNow)
            m_current = {
                m_lines->lineOfRow(m_model->rowOf(currentNow->rowId)), std::max(0, m_columns.find(currentNow->column))};
    }
    if (needed != Need::Nothing) need(needed);
    updateScrollBars();
    viewport()->update();
    if (tell) Q_EMIT layoutChanged(m_layout);
}

void SheetView::setDensity(metrics::Density density)
{
    if (density == m_layout.density) return;
    const auto anchor = anchorNow();
    auto layout = m_layout;
    layout.density = density;
    applyLayout(layout, Need::Nothing, true);
    keepAt(anchor);
}

void SheetView::setGrouped(bool on)
{
    auto layout = m_layout;
    layout.isGrouped = on;
    if (layout != m_layout) applyLayout(layout, Need::Sort, true);
}

void SheetView::sortBy(const ColumnKey &column, bool descending)
{
    auto layout = m_layout;
    layout.sortColumn = column;
    layout.isDescending = descending;
    applyLayout(layout, Need::Sort, true);
}

void SheetView::setGroupCollapsed(const QString &groupId, bool isCollapsed)
{
    auto layout = m_layout;
    if (isCollapsed)
        layout.collapsedGroups.insert(groupId);
    else
        layout.collapsedGroups.remove(groupId);
    if (layout != m_layout) applyLayout(layout, Need::Arrange, true);
}

void SheetView::fillColumnMenu(QMenu &menu)
{
    for (const auto &column : m_layout.columns) {
        const int place = m_model ? m_model->columnOf(column.key) : -1;
        if (place < 0) continue;
        auto *action = menu.addAction(m_model->columns()[size_t(place)].title);
        action->setCheckable(true);
        action->setChecked(!column.isHidden);
        connect(action, &QAction::toggled, this, [this, key = column.key](bool on) {
            auto layout = m_layout;
            if (auto *found = layout.find(key)) found->isHidden = !on;
            applyLayout(layout, Need::Nothing, true);
        });
    }
}

// --- arrangement

void SheetView::need(Need needed)
{
    m_need = std::max(m_need, needed);
    if (m_need != Need::Nothing && !m_needTimer.isActive()) m_needTimer.start(0, this);
}

void SheetView::doNeeded()
{
    m_needTimer.stop();
    if (!m_model || !m_lines) return;
    const auto needed = std::exchange(m_need, Need::Nothing);
    if (needed == Need::Nothing) return noteChangedRows();
    const auto anchor = anchorNow();
    const auto byRows = selectionByRows();
    const auto currentNow = current();
    QString headNow;
    if (m_current.isValid() && m_current.line < m_lines->count() && m_lines->line(m_current.line).isHead())
        headNow = m_lines->groups()[size_t(m_lines->line(m_current.line).group)].id;
    if (needed == Need::Sort) m_lines->sort(m_layout);
    m_lines->arrange(m_layout, m_filter.get());
    if (needed == Need::Sort) m_stale.clear();
    m_changedRows.clear();
    selectByRows(byRows);
    const int column = m_current.column;
    m_current = {};
    if (currentNow) m_current = {m_lines->lineOfRow(m_model->rowOf(currentNow->rowId)), column};
    if (!headNow.isEmpty())
        for (int line = 0; line < m_lines->count(); ++line)
            if (m_lines->line(line).isHead() && m_lines->groups()[size_t(m_lines->line(line).group)].id == headNow)
                m_current = {line, 0};
    updateScrollBars();
    updateEmpty();
    keepAt(anchor);
    viewport()->update();
    Q_EMIT arranged();
}

void SheetView::setFirstUse(QWidget *widget)
{
    delete m_firstUse;
    m_firstUse = widget;
    widget->setParent(viewport());
    widget->hide();
    updateEmpty();
}

// Never a blank panel: what to do next stands where the rows would.
void SheetView::updateEmpty()
{
    const bool isEmpty = m_model && m_lines && m_lines->count() == 0 && m_need == Need::Nothing;
    const bool noRows = isEmpty && m_model->entityCount() == 0;
    const bool noMatch = isEmpty && !noRows && m_filter;
    if (noMatch && !m_noMatch) {
        using Entity = SheetSubject::Entity;
        const auto entity = m_model->subject().entity;
        const auto sentence = entity == Entity::Shot ? tr("No shot matches.")
            : entity == Entity::Asset                ? tr("No asset matches.")
                                                     : tr("Nothing matches.");
        auto *empty = new EmptyState(QStringLiteral("search"), sentence, tr("Clear filter"), viewport());
        connect(empty, &EmptyState::clicked, this, &SheetView::clearFilterRequested);
        m_noMatch = empty;
    }
    const QRect body(0, sheetHeaderHeight(), viewport()->width(), bodyHeight());
    const auto place = [&body](QWidget *widget, bool isShown) {
        if (!widget) return;
        widget->setGeometry(body);
        widget->setVisible(isShown);
    };
    place(m_noMatch, noMatch);
    place(m_firstUse, noRows && m_model->expectedRows() == 0);
}

const SheetLines &SheetView::lines() const
{
    const_cast<SheetView *>(this)->doNeeded();
    return *m_lines;
}

void SheetView::setFilter(std::shared_ptr<const RowFilter> filter, const QSet<ColumnKey> &columns)
{
    m_filter = std::move(filter);
    m_filteredColumns = columns;
    m_stale.clear();
    need(Need::Arrange);
}

// --- painting and scrolling

SheetScene SheetView::scene() const
{
    return {*m_model, *m_lines, m_columns, m_selection, m_layout, *m_thumbnails, m_people, m_filteredColumns,
        viewport()->size(), horizontalScrollBar()->value(), verticalScrollBar()->value(), m_current, m_hoveredLine,
        m_hoveredHead, m_dropTarget, m_moveTarget, changedRows(), layoutDirection() == Qt::RightToLeft, hasFocus()};
}

void SheetView::paintEvent(QPaintEvent *event)
{
    doNeeded();
    QPainter painter(viewport());
    if (!m_model) {
        painter.fillRect(event->rect(), palette().base());
        return;
    }
    const auto view = scene();
    SheetPainter(painter, view).paint(event->rect());
    if (!m_visibleTimer.isActive()) m_visibleTimer.start(0, this);
}

int SheetView::bodyHeight() const
{
    return std::max(0, viewport()->height() - sheetHeaderHeight());
}

void SheetView::updateScrollBars()
{
    if (!m_lines) return;
    const int height = m_lines->totalHeight();
    verticalScrollBar()->setRange(0, std::max(0, height - bodyHeight()));
    verticalScrollBar()->setPageStep(bodyHeight());
    verticalScrollBar()->setSingleStep(sheetRowHeight(m_layout.density));
    const int width = std::max(0, viewport()->width() - m_columns.nameWidth());
    horizontalScrollBar()->setRange(0, std::max(0, m_columns.contentWidth() - width));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(40);
}

void SheetView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
    updateEmpty();
}

void SheetView::scrollContentsBy(int, int)
{
    // The header, names and heads stay, so everything is painted anew; that is quicker than it is to sort out.
    if (m_pointer.x() >= 0) updateHover(m_pointer);
    viewport()->update();
}

// Visible rows first, then one screen ahead below.
void SheetView::noteVisible()
{
    if (!m_lines || m_lines->count() == 0) return;
    QStringList ids;
    const int scrolled = verticalScrollBar()->value();
    const int first = std::max(0, m_lines->lineAt(scrolled));
    const int last = m_lines->lineAt(scrolled + 2 * bodyHeight());
    for (int line = first; line <= last; ++line) {
        const int row = m_lines->line(line).row;
        if (row >= 0 && !m_model->row(row).previewId.isEmpty()) ids << m_model->row(row).previewId;
    }
    m_thumbnails->setVisible(ids);
}

void SheetView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_needTimer.timerId()) {
        doNeeded();
    } else if (event->timerId() == m_visibleTimer.timerId()) {
        m_visibleTimer.stop();
        noteVisible();
    } else if (event->timerId() == m_scrollTimer.timerId()) {
        extendTo(m_pointer); // scrolls on while the pointer is held beyond an edge
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void SheetView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange: applyLayout(m_layout, Need::Nothing, false); break;
    default: break;
    }
    QAbstractScrollArea::changeEvent(event);
}

QPoint SheetView::unmirrored(const QPoint &point) const
{
    return layoutDirection() == Qt::RightToLeft ? QPoint(viewport()->width() - 1 - point.x(), point.y()) : point;
}

QRect SheetView::cellRect(SheetCell cell) const
{
    const auto rect = SheetPainter::cellRect(scene(), cell.line, cell.column);
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

SheetPlace SheetView::place() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value(), current()};
}

void SheetView::restore(const SheetPlace &place)
{
    doNeeded();
    if (place.current) setCurrent(*place.current);
    horizontalScrollBar()->setValue(place.scrolledX);
    verticalScrollBar()->setValue(place.scrolledY);
}

} // namespace callboard::ui
