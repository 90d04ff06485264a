// SPDX-License-Identifier: GPL-3.0-or-later
// One's tasks as columns of cards, one column for each status. A card is dragged to another column, or moved with
// Ctrl+Left and Ctrl+Right; columns that the role may not set say so and take nothing.
#pragma once

#include "ui/mytasks/TaskChoice.h"
#include "ui/parts/Status.h"

#include <QListView>
#include <QScrollArea>

class QHBoxLayout;

namespace callboard::ui {

class BoardColumn;
class OpenedStudio;
class TaskCardDelegate;

/// The cards of a column.
class CardList final : public QListView
{
    Q_OBJECT

public:
    explicit CardList(TaskChoice &tasks, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(const QString &taskId);
    void stepAsked(const QString &taskId, int columns);
    void chosen(const QString &taskId);

protected:
    void startDrag(Qt::DropActions actions) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    TaskChoice &m_tasks;
};

class TaskBoard final : public QScrollArea
{
    Q_OBJECT

public:
    TaskBoard(OpenedStudio &studio, MyTasksModel &tasks, QWidget *parent = nullptr);

    void setWish(const TaskWish &wish);
    void setPictures(bool shown);
    /// Makes the columns that the role's boards show, and those where tasks are.
    void arrangeColumns();
    QStringList columnIds() const;
    BoardColumn *column(const QString &statusId) const;
    CardList *cards(const QString &statusId) const;
    void choose(const QString &taskId);

Q_SIGNALS:
    void opened(const QString &taskId);
    void chosen(const QString &taskId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList wantedColumns() const;
    void step(const QString &taskId, int columns);

    OpenedStudio &m_studio;
    MyTasksModel &m_tasks;
    TaskWish m_wish;
    bool m_hasPictures = true;
    QHBoxLayout *m_row;
    QList<BoardColumn *> m_columns;
};

/// Head with glyph, name, count and sums; cards below.
class BoardColumn final : public QWidget
{
    Q_OBJECT

public:
    BoardColumn(OpenedStudio &studio, MyTasksModel &tasks, const QString &statusId, QWidget *parent = nullptr);
    const QString &statusId() const { return m_statusId; }
    TaskChoice &tasks() { return *m_choice; }
    CardList *cards() const { return m_cards; }
    void setPictures(bool shown);
    /// What stands where a card is held above the column; why not, when it may not be dropped.
    QString dropWords() const { return m_dropWords; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool drag(QEvent *event);
    void endDrag();

    OpenedStudio &m_studio;
    MyTasksModel &m_tasks;
    QString m_statusId;
    TaskChoice *m_choice;
    CardList *m_cards;
    TaskCardDelegate *m_delegate;
    bool m_isTarget = false;
    bool m_isRefusing = false;
    QString m_dropWords;
};

} // namespace callboard::ui
