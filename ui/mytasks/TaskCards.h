// SPDX-License-Identifier: GPL-3.0-or-later
// How a task of one's own is painted: as a card of the board, and as a row of the list.
#pragma once

#include <QStyledItemDelegate>

namespace callboard::ui {

class OpenedStudio;
class TaskChoice;

/// Picture, name, type, description, due day, time. 180 high, 80 without the picture.
class TaskCardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TaskCardDelegate(OpenedStudio &studio, const TaskChoice &tasks, QObject *parent = nullptr);
    void setPictures(bool shown) { m_hasPictures = shown; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    OpenedStudio &m_studio;
    const TaskChoice &m_tasks;
    bool m_hasPictures = true;
};

/// Where the cells of a row stand; the head of the list uses the same.
struct TaskRowCells
{
    QRect picture, name, production, type, status, due, time, words;
    static TaskRowCells in(const QRect &row);
};

class TaskRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TaskRowDelegate(OpenedStudio &studio, const TaskChoice &tasks, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    OpenedStudio &m_studio;
    const TaskChoice &m_tasks;
};

} // namespace callboard::ui
