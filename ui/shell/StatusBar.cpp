// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusBar.h"

#include "ui/openstudio/OpenedStudio.h"
#include "ui/parts/Label.h"
#include "ui/shell/WaitingSheet.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace callboard::ui {

using namespace Qt::StringLiterals;

StatusBar::StatusBar(OpenedStudio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_summary(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_place(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_mark(new IconLabel(u"check"_s, metrics::inlineIcon, Tone::Ok, this))
    , m_sent(new Label({}, TextRole::Secondary, Tone::Secondary, this))
{
    setFixedHeight(metrics::statusBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(m_summary);
    layout->addStretch(1);
    layout->addWidget(m_place);
    layout->addSpacing(16);
    layout->addWidget(m_mark);
    layout->addWidget(m_sent);
    m_sent->setObjectName(u"whether-sent"_s);
    connect(&studio.gateway(), &StudioGateway::linkChanged, this, &StatusBar::showPlace);
    connect(&studio, &OpenedStudio::sharingChanged, this, &StatusBar::showPlace);
    connect(&studio.outbox(), &Outbox::changed, this, &StatusBar::showWhetherSent);
    showPlace();
    showWhetherSent();
}

void StatusBar::showWhetherSent()
{
    const QString waiting = waitingWords(m_studio.outbox());
    const bool isSent = waiting.isEmpty();
    m_mark->setIcon(isSent ? u"check"_s : u"clock"_s, isSent ? Tone::Ok : Tone::Warning);
    m_sent->setTone(isSent ? Tone::Secondary : Tone::Warning);
    m_sent->setText(isSent ? tr("All changes sent") : waiting);
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
