// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskFacts.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Label.h"
#include "ui/parts/Marks.h"
#include "ui/parts/StatusChip.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int factsHeight = 36;
}

QString dayWords(const QDate &day)
{
    if (!day.isValid()) return {};
    const QLocale locale;
    const bool isThisYear = day.year() == QDate::currentDate().year();
    return locale.toString(day, isThisYear ? u"ddd d MMM"_s : u"d MMM yyyy"_s);
}

bool isLate(const QDate &due, bool isDone)
{
    return !isDone && due.isValid() && due < QDate::currentDate();
}

TaskFacts::TaskFacts(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_status(new StatusChip(this))
    , m_priority(new PriorityMark(0, this))
    , m_people(new AvatarStack(this))
    , m_names(new Label({}, TextRole::Secondary, Tone::Text, this))
    , m_dueMark(new IconLabel(u"calendar"_s, metrics::inlineIcon, Tone::Secondary, this))
    , m_due(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_timeMark(new IconLabel(u"clock"_s, metrics::inlineIcon, Tone::Secondary, this))
    , m_time(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_retakeMark(new IconLabel(u"status/retake"_s, metrics::smallIcon, Tone::Secondary, this))
    , m_retakes(new Label({}, TextRole::Secondary, Tone::Secondary, this))
{
    setFixedHeight(factsHeight);
    m_people->setAvatarSize(metrics::avatar);
    m_names->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_names->setMinimumWidth(20);
    m_names->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::panelPadding, 0, metrics::panelPadding, 0);
    layout->setSpacing(6);
    layout->addWidget(m_status);
    layout->addWidget(m_priority);
    layout->addWidget(m_people);
    layout->addWidget(m_names, 1);
    for (QWidget *fact :
        {static_cast<QWidget *>(m_dueMark), static_cast<QWidget *>(m_due), static_cast<QWidget *>(m_timeMark),
            static_cast<QWidget *>(m_time), static_cast<QWidget *>(m_retakeMark), static_cast<QWidget *>(m_retakes)})
        layout->addWidget(fact);
    m_due->setToolTip(tr("Due"));
    m_time->setToolTip(tr("Spent and estimated"));
    m_retakes->setToolTip(tr("Retakes"));
}

void TaskFacts::setTask(const TaskDetail &task, const TaskRights &rights)
{
    const StudioDirectory &directory = m_studio.directory();
    const DirectoryStatus *status = directory.status(task.statusId);
    m_status->setVisible(status);
    if (status) m_status->setStatus(*status);
    m_priority->setPriority(task.priority);
    m_priority->setVisible(task.priority > 0);
    const QList<PersonLook> people = directory.looks(task.assigneeIds);
    m_people->setPeople(people);
    m_people->setVisible(!people.isEmpty());
    m_names->setText(people.isEmpty() ? tr("Nobody yet")
            : people.size() == 1      ? people.first().name
                                      : tr("%n people", nullptr, static_cast<int>(people.size())));
    m_names->setTone(people.isEmpty() ? Tone::Hint : Tone::Text);
    const bool late = isLate(task.due, status && status->isDone);
    m_due->setText(dayWords(task.due));
    m_due->setTone(late ? Tone::Bad : Tone::Secondary);
    m_dueMark->setIcon(late ? u"warning"_s : u"calendar"_s, late ? Tone::Bad : Tone::Secondary);
    m_due->setVisible(task.due.isValid());
    m_dueMark->setVisible(task.due.isValid());
    const bool hasTime = rights.seesTime && (task.estimation > 0 || task.spent > 0);
    m_time->setText(spentWords(task.spent, task.estimation));
    m_time->setTone(task.estimation > 0 && task.spent > task.estimation ? Tone::Bad : Tone::Secondary);
    m_time->setVisible(hasTime);
    m_timeMark->setVisible(hasTime);
    const bool hasRetakes = task.retakes > 0 || task.retakeLimit > 0;
    m_retakes->setText(
        task.retakeLimit > 0 ? tr("%1 / %2").arg(task.retakes).arg(task.retakeLimit) : QString::number(task.retakes));
    m_retakes->setVisible(hasRetakes);
    m_retakeMark->setVisible(hasRetakes);
}

void TaskFacts::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    crisp::horizontal(painter, 0, width(), height() - 1, colours().line);
}

} // namespace callboard::ui
