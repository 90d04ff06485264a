// SPDX-License-Identifier: GPL-3.0-or-later
// Which of one's tasks a column or a group shows, and in which order.
#pragma once

#include <QDate>
#include <QSet>
#include <QSortFilterProxyModel>

#include <functional>

namespace callboard::ui {

class MyTasksModel;
class OpenedStudio;
struct MyTask;

/// What the user looks for.
struct TaskWish
{
    QString words;        // all of them must be in names, description, production or type
    QString productionId; // empty: all
    QDate dueUntil;       // invalid: any day and none
    bool isLateOnly = false;

    bool operator==(const TaskWish &) const = default;
};

class TaskChoice final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using Belongs = std::function<bool(const MyTask &)>;

    TaskChoice(OpenedStudio &studio, MyTasksModel &tasks, Belongs belongs, QObject *parent = nullptr);
    void setWish(const TaskWish &wish);
    const MyTask &task(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &taskId) const;
    /// Minutes of work of those that are shown.
    double estimation() const;
    double spent() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    OpenedStudio &m_studio;
    MyTasksModel &m_tasks;
    Belongs m_belongs;
    TaskWish m_wish;
};

} // namespace callboard::ui
