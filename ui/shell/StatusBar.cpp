// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusBar.h"

#include "ui/parts/Label.h"
#include "ui/studio/OpenedStudio.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace callboard::ui {

StatusBar::StatusBar(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_summary(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_place(new Label({}, TextRole::Secondary, Tone::Secondary, this))
{
    setFixedHeight(metrics::statusBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(m_summary);
    layout->addStretch(1);
    layout->addWidget(m_place);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, &StatusBar::showPlace);
    connect(&studio, &OpenedStudio::sharingChanged, this, &StatusBar::showPlace);
    showPlace();
}

void StatusBar::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

void StatusBar::showPlace()
{
    const QString shared = m_studio.sharedAddress();
    m_place->setText(shared.isEmpty() ? m_studio.gateway().place() : tr("Hosted for the team at %1").arg(shared));
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().bg1);
    painter.fillRect(QRect(0, 0, width(), 1), colours().line);
}

} // namespace callboard::ui
