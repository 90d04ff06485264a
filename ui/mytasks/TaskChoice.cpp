// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mytasks/TaskChoice.h"

#include "ui/mytasks/MyTasksModel.h"
#include "ui/openstudio/OpenedStudio.h"
#include "ui/tasks/TaskFacts.h"

namespace callboard::ui {

using namespace Qt::StringLiterals;

TaskChoice::TaskChoice(OpenedStudio &studio, MyTasksModel &tasks, Belongs belongs, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_studio(studio)
    , m_tasks(tasks)
    , m_belongs(std::move(belongs))
{
    setSourceModel(&tasks);
    setDynamicSortFilter(true);
    sort(0);
}

void TaskChoice::setWish(const TaskWish &wish)
{
    if (wish == m_wish) return;
    m_wish = wish;
    invalidateFilter();
}

const MyTask &TaskChoice::task(const QModelIndex &index) const
{
    return m_tasks.task(mapToSource(index).row());
}

QModelIndex TaskChoice::indexOf(const QString &taskId) const
{
    const int row = m_tasks.rowOf(taskId);
    return row < 0 ? QModelIndex() : mapFromSource(m_tasks.index(row));
}

double TaskChoice::estimation() const
{
    double minutes = 0;
    for (int row = 0; row < rowCount(); ++row) minutes += task(index(row, 0)).estimation;
    return minutes;
}

double TaskChoice::spent() const
{
    double minutes = 0;
    for (int row = 0; row < rowCount(); ++row) minutes += task(index(row, 0)).spent;
    return minutes;
}

bool TaskChoice::filterAcceptsRow(int row, const QModelIndex &) const
{
    const MyTask &task = m_tasks.task(row);
    if (!m_belongs(task)) return false;
    if (!m_wish.productionId.isEmpty() && task.productionId != m_wish.productionId) return false;
    if (m_wish.dueUntil.isValid() && (!task.due.isValid() || task.due > m_wish.dueUntil)) return false;
    const DirectoryStatus *status = m_studio.directory().status(task.statusId);
    if (m_wish.isLateOnly && !isLate(task.due, status && status->isDone)) return false;
    if (m_wish.words.isEmpty()) return true;
    const DirectoryTaskType *type = m_studio.directory().taskType(task.taskTypeId);
    const QString all = QStringList{task.fullName(), task.description, task.productionName,
        type ? type->name : QString(), status ? status->name : QString()}
                            .join(u' ');
    for (const QString &word : m_wish.words.split(u' ', Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

bool TaskChoice::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const MyTask &a = m_tasks.task(left.row());
    const MyTask &b = m_tasks.task(right.row());
    const auto isDone = [this](const MyTask &task) {
        const DirectoryStatus *status = m_studio.directory().status(task.statusId);
        return status && status->isDone;
    };
    if (a.done != b.done && isDone(a) && isDone(b)) return a.done > b.done; // what was finished last stands first
    if (a.due.isValid() != b.due.isValid()) return a.due.isValid();         // without a day: last
    if (a.due != b.due) return a.due < b.due;
    if (a.priority != b.priority) return a.priority > b.priority;
    return QString::localeAwareCompare(a.fullName(), b.fullName()) < 0;
}

} // namespace callboard::ui
