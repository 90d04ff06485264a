// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/TaskListing.h"

#include "ui/mytasks/MyTasksModel.h"
#include "ui/mytasks/TaskCards.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"
#include "ui/values/TaskValues.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

/// Fold arrow, name, count, sum.
class GroupHead final : public QAbstractButton
{
public:
    GroupHead(const QString &name, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(name);
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(metrics::groupRow);
    }
    void setSums(int count, double minutes)
    {
        m_count = count;
        m_sum = minutes > 0 ? workWords(minutes) : QString();
        setAccessibleName(TaskListing::tr("%1, %n task(s)", nullptr, count).arg(text()));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &palette = colours();
        QPainter painter(this);
        crisp::fill(painter, rect(), palette.bg3);
        crisp::horizontal(painter, 0, width(), height() - 1, palette.line);
        icons::paint(
            painter, isChecked() ? u"down"_s : u"right"_s, QRectF(12, height() / 2.0 - 7, 14, 14), palette.text2);
        QRect words = rect().adjusted(34, 0, -14, 0);
        painter.setFont(textFont(TextRole::Base, QFont::DemiBold));
        painter.setPen(palette.text);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
        words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(text()) + 10);
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(palette.text2);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, QString::number(m_count));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, m_sum);
        if (hasFocus()) crisp::outline(painter, rect(), 0, 2, palette.accent);
    }

private:
    int m_count = 0;
    QString m_sum;
};

namespace {

/// The names of the columns; stands above the groups.
class ListHead final : public QWidget
{
public:
    explicit ListHead(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(metrics::columnHeader);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        crisp::fill(painter, rect(), colours().bg2);
        crisp::horizontal(painter, 0, width(), height() - 1, colours().line);
        painter.setFont(textFont(TextRole::Secondary, QFont::Medium));
        painter.setPen(colours().text2);
        const TaskRowCells cells = TaskRowCells::in(rect());
        const auto write = [&](const QRect &where, const QString &words, Qt::Alignment side = Qt::AlignLeft) {
            painter.drawText(where, static_cast<int>(side | Qt::AlignVCenter), words);
        };
        write(cells.picture.united(cells.name), TaskListing::tr("Task"));
        write(cells.production, TaskListing::tr("Production"));
        write(cells.type, TaskListing::tr("Type"));
        write(cells.status, TaskListing::tr("Status"));
        write(cells.due, TaskListing::tr("Due"));
        write(cells.time, TaskListing::tr("Spent / estimated"), Qt::AlignRight);
        if (cells.words.width() > 60) write(cells.words, TaskListing::tr("Last word"));
    }
};

} // namespace

TaskListing::TaskListing(OpenedStudio &studio, MyTasksModel &tasks, QWidget *parent)
    : QScrollArea(parent)
    , m_studio(studio)
    , m_tasks(tasks)
{
    auto *inner = new QWidget(this);
    auto *rows = new QVBoxLayout(inner);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new ListHead(inner));
    setWidget(inner);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("List of my tasks"));
    const auto statusOf = [&studio](const MyTask &task) { return studio.directory().status(task.statusId); };
    addGroup(rows, tr("To do"), [statusOf](const MyTask &task) {
        const auto *status = statusOf(task);
        return !status || (!status->isDone && !status->isFeedbackRequest);
    });
    addGroup(rows, tr("In review"), [statusOf](const MyTask &task) {
        const auto *status = statusOf(task);
        return status && status->isFeedbackRequest && !status->isDone;
    });
    addGroup(rows, tr("Done"), [statusOf](const MyTask &task) {
        const auto *status = statusOf(task);
        return status && status->isDone;
    });
    rows->addStretch(1);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    fit();
}

void TaskListing::addGroup(QVBoxLayout *rows, const QString &name, TaskChoice::Belongs belongs)
{
    auto *choice = new TaskChoice(m_studio, m_tasks, std::move(belongs), this);
    auto *head = new GroupHead(name, widget());
    auto *list = new QListView(widget());
    list->setModel(choice);
    list->setItemDelegate(new TaskRowDelegate(m_studio, *choice, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setAccessibleName(name);
    list->installEventFilter(this);
    rows->addWidget(head);
    rows->addWidget(list);
    m_groups << Part{choice, head, list};
    const auto open = [this, choice](const QModelIndex &index) { Q_EMIT opened(choice->task(index).id); };
    connect(list, &QListView::clicked, this, open);
    connect(list, &QListView::activated, this, open);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, choice, list](const QModelIndex &current) {
            if (!current.isValid() || !list->hasFocus()) return;
            for (const Part &other : std::as_const(m_groups))
                if (other.list != list) other.list->clearSelection();
            const QRect place = list->visualRect(current).translated(list->pos());
            ensureVisible(0, place.center().y(), 0, place.height());
            Q_EMIT chosen(choice->task(current).id);
        });
    connect(head, &QAbstractButton::toggled, list, &QWidget::setVisible);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(choice, signal, this, &TaskListing::fit);
    connect(choice, &QAbstractItemModel::dataChanged, this, &TaskListing::fit);
    connect(&m_studio.pictures(), &PictureStore::arrived, list->viewport(), qOverload<>(&QWidget::update));
}

void TaskListing::fit()
{
    for (const Part &part : std::as_const(m_groups)) {
        const int rows = part.choice->rowCount();
        const int height = part.list->itemDelegate()->sizeHint({}, {}).height();
        part.list->setFixedHeight(rows * height);
        part.head->setSums(rows, part.choice->estimation());
    }
}

void TaskListing::setWish(const TaskWish &wish)
{
    for (const Part &part : std::as_const(m_groups)) part.choice->setWish(wish);
    fit();
}

void TaskListing::choose(const QString &taskId)
{
    for (const Part &part : std::as_const(m_groups)) {
        const QModelIndex index = part.choice->indexOf(taskId);
        if (index.isValid())
            part.list->setCurrentIndex(index);
        else
            part.list->clearSelection();
    }
}

bool TaskListing::moveOn(QListView *list, int step)
{
    qsizetype at = 0;
    while (at < m_groups.size() && m_groups[at].list != list) ++at;
    for (at += step; at >= 0 && at < m_groups.size(); at += step) {
        const Part &part = m_groups[at];
        if (part.choice->rowCount() == 0 || !part.list->isVisible()) continue;
        part.list->setFocus();
        part.list->setCurrentIndex(part.choice->index(step > 0 ? 0 : part.choice->rowCount() - 1, 0));
        return true;
    }
    return false;
}

bool TaskListing::eventFilter(QObject *watched, QEvent *event)
{
    auto *list = qobject_cast<QListView *>(watched);
    if (list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int row = list->currentIndex().row();
        if (key == Qt::Key_Down && row == list->model()->rowCount() - 1) return moveOn(list, 1);
        if (key == Qt::Key_Up && row <= 0) return moveOn(list, -1);
    }
    return QScrollArea::eventFilter(watched, event);
}

void TaskListing::paintEvent(QPaintEvent *)
{
    QPainter(viewport()).fillRect(viewport()->rect(), colours().bg2);
}

} // namespace callboard::ui
