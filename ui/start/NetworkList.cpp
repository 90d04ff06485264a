// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/NetworkList.h"

#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

NetworkList::NetworkList(quint16 port, QWidget *parent)
    : QWidget(parent)
    , m_discovery(port)
    , m_ring(new BusyRing(this))
    , m_state(new Label({}, TextRole::Secondary, Tone::Hint, this))
    , m_rows(new QVBoxLayout)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(tr("On this network"), TextRole::Section, Tone::Text, this));
    head->addWidget(m_ring);
    head->addWidget(m_state);
    head->addStretch(1);
    m_rows->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(m_rows);
    connect(&m_discovery, &StudioDiscovery::changed, this, &NetworkList::fill);
}

void NetworkList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool hears = m_discovery.setOn(true);
    m_ring->setBusy(hears);
    m_state->setText(hears ? tr("Looking for hosts") : tr("Hosts cannot be found: %1").arg(m_discovery.error()));
    fill();
}

void NetworkList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_discovery.setOn(false);
}

void NetworkList::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater(); // its button may be telling that it was clicked
        delete item;
    }
    const auto studios = m_discovery.studios();
    for (const FoundStudio &studio : studios) m_rows->addWidget(makeRow(studio));
    if (studios.isEmpty())
        m_rows->addWidget(new Label(tr("Nobody hosts a studio here now."), TextRole::Base, Tone::Hint, this));
}

QWidget *NetworkList::makeRow(const FoundStudio &studio)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 6, 8, 6);
    line->setSpacing(12);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *name = new Label(studio.name, TextRole::Base, Tone::Text, row);
    name->setTextFormat(Qt::PlainText);
    names->addWidget(name);
    names->addWidget(new Label(studio.address, TextRole::Mono, Tone::Secondary, row));
    auto *join = new QPushButton(tr("Join"), row);
    join->setAccessibleName(tr("Join %1 at %2").arg(studio.name, studio.address));
    line->addWidget(new IconLabel(u"host"_s, 20, Tone::Secondary, row));
    line->addLayout(names, 1);
    line->addWidget(join);
    connect(join, &QPushButton::clicked, this, [this, address = studio.address] { Q_EMIT joinAsked(address); });
    return row;
}

} // namespace callboard::ui
