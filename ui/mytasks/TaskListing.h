// SPDX-License-Identifier: GPL-3.0-or-later
// One's tasks as a list in three groups: to do, in review, done. A group folds with a click on its head.
#pragma once

#include "ui/mytasks/TaskChoice.h"

#include <QScrollArea>

class QListView;
class QVBoxLayout;

namespace callboard::ui {

class GroupHead;
class OpenedStudio;

class TaskListing final : public QScrollArea
{
    Q_OBJECT

public:
    enum class Group { ToDo, InReview, Done };

    TaskListing(OpenedStudio &studio, MyTasksModel &tasks, QWidget *parent = nullptr);
    void setWish(const TaskWish &wish);
    void choose(const QString &taskId);
    TaskChoice &tasks(Group group) { return *m_groups[static_cast<qsizetype>(group)].choice; }

Q_SIGNALS:
    void opened(const QString &taskId);
    void chosen(const QString &taskId);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part
    {
        TaskChoice *choice;
        GroupHead *head;
        QListView *list;
    };
    void addGroup(QVBoxLayout *rows, const QString &name, TaskChoice::Belongs belongs);
    void fit();
    /// From the last row of one group to the first of the next.
    bool moveOn(QListView *list, int step);

    OpenedStudio &m_studio;
    MyTasksModel &m_tasks;
    QList<Part> m_groups;
};

} // namespace callboard::ui
