// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/TaskBoard.h"

#include "ui/mytasks/MyTasksModel.h"
#include "ui/mytasks/TaskCards.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QDrag>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnLeast = 220;
constexpr int doneDays = 7; // older ones are found in the list

/// From what is to be done to what is done.
int placeOf(StatusKind kind)
{
    static constexpr StatusKind order[] = {StatusKind::ToDo, StatusKind::Ready, StatusKind::InProgress,
        StatusKind::WaitingForApproval, StatusKind::Retake, StatusKind::Other, StatusKind::OnHold, StatusKind::Done};
    return static_cast<int>(std::find(std::begin(order), std::end(order), kind) - std::begin(order));
}

} // namespace

CardList::CardList(TaskChoice &tasks, QWidget *parent)
    : QListView(parent)
    , m_tasks(tasks)
{
    setModel(&tasks);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setViewportMargins(0, 0, 6, 0);
    connect(
        this, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT opened(m_tasks.task(index).id); });
}

void CardList::startDrag(Qt::DropActions)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid()) return;
    auto *drag = new QDrag(this);
    auto *what = new QMimeData;
    what->setData(QString::fromLatin1("application/x-callboard-task"), m_tasks.task(index).id.toUtf8());
    drag->setMimeData(what);
    const QRect place = visualRect(index);
    drag->setPixmap(viewport()->grab(place));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - place.topLeft());
    drag->exec(Qt::MoveAction);
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isStep = event->modifiers().testFlag(Qt::ControlModifier)
        && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right);
    if (index.isValid() && isStep)
        Q_EMIT stepAsked(m_tasks.task(index).id, event->key() == Qt::Key_Right ? 1 : -1);
    else if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT opened(m_tasks.task(index).id);
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        event->ignore(); // to the column beside
    else
        QListView::keyPressEvent(event);
}

void CardList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && hasFocus()) Q_EMIT chosen(m_tasks.task(current).id);
}

TaskBoard::TaskBoard(OpenedStudio &studio, MyTasksModel &tasks, QWidget *parent)
    : QScrollArea(parent)
    , m_studio(studio)
    , m_tasks(tasks)
{
    auto *inner = new QWidget(this);
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(12, 4, 12, 12);
    m_row->setSpacing(8);
    setWidget(inner);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    setAccessibleName(tr("Board of my tasks"));
    connect(&tasks, &QAbstractItemModel::rowsInserted, this, &TaskBoard::arrangeColumns);
    connect(&tasks, &QAbstractItemModel::rowsRemoved, this, &TaskBoard::arrangeColumns);
    connect(&tasks, &QAbstractItemModel::dataChanged, this, &TaskBoard::arrangeColumns);
    connect(&studio.directory(), &StudioDirectory::changed, this, &TaskBoard::arrangeColumns);
}

QStringList TaskBoard::wantedColumns() const
{
    const StudioDirectory &directory = m_studio.directory();
    const QString role = m_studio.session().person().role;
    QSet<QString> productions;
    QSet<QString> wanted;
    for (const MyTask &task : m_tasks.tasks()) {
        productions.insert(task.productionId);
        wanted.insert(task.statusId);
    }
    for (const QString &id : std::as_const(productions)) {
        const DirectoryProduction *production = directory.production(id);
        if (!production) continue;
        for (const DirectoryStatus &status : directory.statusesOf(*production, false)) {
            const auto link = production->boardRoles.constFind(status.id);
            if (link == production->boardRoles.cend() || link->contains(role)) wanted.insert(status.id);
        }
    }
    QList<DirectoryStatus> statuses;
    for (const DirectoryStatus &status : directory.statuses())
        if (wanted.contains(status.id)) statuses << status;
    std::stable_sort(statuses.begin(), statuses.end(),
        [](const auto &a, const auto &b) { return placeOf(a.kind) < placeOf(b.kind); });
    QStringList ids;
    for (const DirectoryStatus &status : statuses) ids << status.id;
    return ids;
}

void TaskBoard::arrangeColumns()
{
    const QStringList wanted = wantedColumns();
    if (wanted == columnIds()) return;
    QHash<QString, BoardColumn *> there;
    for (BoardColumn *column : std::as_const(m_columns)) {
        m_row->removeWidget(column);
        there[column->statusId()] = column;
    }
    m_columns.clear();
    for (const QString &id : wanted) {
        BoardColumn *column = there.take(id);
        if (!column) {
            column = new BoardColumn(m_studio, m_tasks, id, widget());
            column->setMinimumWidth(columnLeast);
            column->tasks().setWish(m_wish);
            column->setPictures(m_hasPictures);
            connect(column->cards(), &CardList::opened, this, &TaskBoard::opened);
            connect(column->cards(), &CardList::chosen, this, &TaskBoard::chosen);
            connect(column->cards(), &CardList::stepAsked, this, &TaskBoard::step);
        }
        m_row->addWidget(column, 1);
        m_columns << column;
    }
    for (BoardColumn *gone : std::as_const(there)) {
        gone->setVisible(false);
        gone->deleteLater();
    }
}

QStringList TaskBoard::columnIds() const
{
    QStringList ids;
    for (const BoardColumn *column : m_columns) ids << column->statusId();
    return ids;
}

BoardColumn *TaskBoard::column(const QString &statusId) const
{
    for (BoardColumn *column : m_columns)
        if (column->statusId() == statusId) return column;
    return nullptr;
}

CardList *TaskBoard::cards(const QString &statusId) const
{
    const BoardColumn *found = column(statusId);
    return found ? found->cards() : nullptr;
}

void TaskBoard::choose(const QString &taskId)
{
    for (BoardColumn *column : std::as_const(m_columns)) {
        const QModelIndex index = column->tasks().indexOf(taskId);
        if (!index.isValid()) {
            column->cards()->clearSelection();
            continue;
        }
        column->cards()->setCurrentIndex(index);
        ensureWidgetVisible(column);
    }
}

void TaskBoard::step(const QString &taskId, int columns)
{
    const int row = m_tasks.rowOf(taskId);
    if (row < 0) return;
    const QStringList ids = columnIds();
    // To the next column that takes it.
    for (qsizetype at = ids.indexOf(m_tasks.task(row).statusId) + columns; at >= 0 && at < ids.size(); at += columns) {
        if (m_tasks.whyNot(m_tasks.task(row), ids[at])) continue;
        m_tasks.setStatus(taskId, ids[at]);
        choose(taskId);
        if (CardList *list = cards(ids[at])) list->setFocus();
        return;
    }
}

void TaskBoard::setWish(const TaskWish &wish)
{
    m_wish = wish;
    for (BoardColumn *column : std::as_const(m_columns)) column->tasks().setWish(wish);
}

void TaskBoard::setPictures(bool shown)
{
    m_hasPictures = shown;
    for (BoardColumn *column : std::as_const(m_columns)) column->setPictures(shown);
}

void TaskBoard::paintEvent(QPaintEvent *)
{
    QPainter(viewport()).fillRect(viewport()->rect(), colours().bg2);
}

BoardColumn::BoardColumn(OpenedStudio &studio, MyTasksModel &tasks, const QString &statusId, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_tasks(tasks)
    , m_statusId(statusId)
    , m_choice(new TaskChoice(
          studio, tasks,
          [&studio, statusId](const MyTask &task) {
              if (task.statusId != statusId) return false;
              const DirectoryStatus *status = studio.directory().status(statusId);
              const bool isOld = status && status->isDone && task.done.isValid()
                  && task.done.daysTo(QDateTime::currentDateTime()) > doneDays;
              return !isOld;
          },
          this))
    , m_cards(new CardList(*m_choice, this))
    , m_delegate(new TaskCardDelegate(studio, *m_choice, this))
{
    m_cards->setItemDelegate(m_delegate);
    const DirectoryStatus *status = studio.directory().status(statusId);
    m_cards->setAccessibleName(status ? status->name : QString());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, metrics::columnHeader + 8, 2, 8);
    rows->addWidget(m_cards);
    m_cards->viewport()->installEventFilter(this);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_choice, signal, this, qOverload<>(&QWidget::update));
    connect(m_choice, &QAbstractItemModel::dataChanged, this, qOverload<>(&QWidget::update));
    connect(&studio.pictures(), &PictureStore::arrived, m_cards->viewport(), qOverload<>(&QWidget::update));
}

void BoardColumn::setPictures(bool shown)
{
    m_delegate->setPictures(shown);
    m_cards->doItemsLayout();
}

bool BoardColumn::eventFilter(QObject *watched, QEvent *event)
{
    return drag(event) || QWidget::eventFilter(watched, event);
}

bool BoardColumn::drag(QEvent *event)
{
    if (event->type() == QEvent::DragLeave) {
        endDrag();
        return true;
    }
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    const QString id = QString::fromUtf8(drop->mimeData()->data(QString::fromLatin1("application/x-callboard-task")));
    const int row = m_tasks.rowOf(id);
    if (row < 0) return false;
    const MyTask task = m_tasks.task(row);
    const auto why = task.statusId == m_statusId ? std::optional<QString>() : m_tasks.whyNot(task, m_statusId);
    if (event->type() == QEvent::Drop) {
        endDrag();
        if (why)
            drop->ignore();
        else
            drop->acceptProposedAction();
        m_tasks.setStatus(id, m_statusId);
        return true;
    }
    const DirectoryStatus *status = m_studio.directory().status(m_statusId);
    m_isTarget = !why && task.statusId != m_statusId;
    m_isRefusing = why.has_value();
    m_dropWords = why ? *why : m_isTarget && status ? tr("Drop to set %1").arg(status->name) : QString();
    if (why)
        drop->ignore();
    else
        drop->acceptProposedAction();
    event->setAccepted(true); // so that leaving is told; the cursor follows the action
    if (why) drop->setDropAction(Qt::IgnoreAction);
    update();
    return true;
}

void BoardColumn::endDrag()
{
    m_isTarget = false;
    m_isRefusing = false;
    m_dropWords.clear();
    update();
}

} // namespace callboard::ui
