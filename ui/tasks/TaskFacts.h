// SPDX-License-Identifier: GPL-3.0-or-later
// A task in one line: status, who does it, when it is due, how long it takes and took, retakes.
#pragma once

#include "ui/parts/Avatar.h"
#include "ui/tasks/TaskRights.h"

#include <QWidget>

namespace callboard::ui {

class AvatarStack;
class Label;
class OpenedStudio;
class PriorityMark;
class StatusChip;
class IconLabel;

class TaskFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskFacts(OpenedStudio &studio, QWidget *parent = nullptr);
    void setTask(const TaskDetail &task, const TaskRights &rights);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    OpenedStudio &m_studio;
    StatusChip *m_status;
    PriorityMark *m_priority;
    AvatarStack *m_people;
    Label *m_names;
    IconLabel *m_dueMark;
    Label *m_due;
    IconLabel *m_timeMark;
    Label *m_time;
    IconLabel *m_retakeMark;
    Label *m_retakes;
};

/// "Fri 27 Nov"
QString dayWords(const QDate &day);
/// Not done and its day is over.
bool isLate(const QDate &due, bool isDone);

} // namespace callboard::ui
