// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/PageWithTask.h"

#include "ui/parts/Progress.h"
#include "ui/parts/Toast.h"
#include "ui/tasks/TaskPanel.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard::ui {

PageWithTask::PageWithTask(OpenedStudio &studio, QWidget *parent)
    : Page(studio, parent)
    , m_content(new QWidget(this))
    , m_progress(new ProgressLine(this))
    , m_forms(new QStackedWidget(this))
    , m_panel(new TaskPanel(studio, this))
    , m_side(taskPanelBeside(m_content, m_panel, this))
{
    m_panel->setPlaceOffered(true);
    m_progress->setPercentageShown(false);
    connect(m_panel, &TaskPanel::asked, this, &Page::asked);
}

void PageWithTask::build(QWidget *bar, const QList<QWidget *> &forms)
{
    for (QWidget *form : forms) m_forms->addWidget(form);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(bar);
    rows->addWidget(m_progress);
    rows->addWidget(m_forms, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_side);
}

void PageWithTask::showForm(QWidget *form)
{
    m_forms->setCurrentWidget(form);
}

QWidget *PageWithTask::forms() const
{
    return m_forms;
}

void PageWithTask::setLoading(bool isLoading)
{
    m_progress->setProgress(isLoading ? std::optional(0.0) : std::nullopt);
}

void PageWithTask::tellFailure(const QString &what, const QString &why, const std::function<void()> &again)
{
    ToastStack::of(this).show({NoticeKind::Bad, what, why, {{tr("Try again"), {}, again}}, true});
}

void PageWithTask::openTask(const QString &taskId)
{
    m_side->setOpen(true);
    m_panel->showTask(taskId);
}

void PageWithTask::followTask(const QString &taskId)
{
    if (m_side->isOpen()) m_panel->showTask(taskId);
}

void PageWithTask::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours().bg2);
}

} // namespace callboard::ui
