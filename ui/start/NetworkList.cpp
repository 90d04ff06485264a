// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/NetworkList.h"

#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"

#include "ui/theme/Controls.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int askAgain = 10'000; // milliseconds

}

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
    m_again.setInterval(askAgain);
    connect(&m_again, &QTimer::timeout, this, qOverload<>(&NetworkList::ask));
}

void NetworkList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool hears = m_discovery.setOn(true);
    m_ring->setBusy(hears);
    m_state->setText(hears ? tr("Looking for hosts") : tr("Hosts cannot be found: %1").arg(m_discovery.error()));
    fill();
    m_again.start();
}

void NetworkList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_discovery.setOn(false);
    m_again.stop();
}

void NetworkList::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater(); // its button may be telling that it was clicked
        delete item;
    }
    m_rowByAddress.clear();
    const auto studios = m_discovery.studios();
    for (const FoundStudio &studio : studios) m_rows->addWidget(makeRow(studio));
    if (studios.isEmpty())
        m_rows->addWidget(new Label(tr("Nobody hosts a studio here now."), TextRole::Base, Tone::Hint, this));
    ask();
}

void NetworkList::ask()
{
    for (const FoundStudio &studio : m_discovery.studios()) ask(studio.address);
}

QCoro::Task<void> NetworkList::ask(QString address)
{
    const QPointer<NetworkList> self(this);
    Answer answer;
    try {
        answer.greeting = co_await greet(address);
    } catch (const ApiError &error) {
        answer.fault = error.sentence();
    }
    if (!self) co_return;
    m_answers[address] = answer;
    showAnswer(address);
}

void NetworkList::showAnswer(const QString &address)
{
    const auto row = m_rowByAddress.constFind(address);
    const auto answer = m_answers.constFind(address);
    if (row == m_rowByAddress.cend() || answer == m_answers.cend()) return;
    if (!answer->greeting) {
        row->answer->setText(tr("No answer"));
        row->answer->setTone(Tone::Warning);
        row->answer->setToolTip(answer->fault);
        return;
    }
    const StudioGreeting &greeting = *answer->greeting;
    const bool isNewer = greeting.fit == StudioGreeting::Fit::Newer;
    const QString time = tr("%1 ms").arg(greeting.milliseconds);
    row->answer->setText(isNewer                         ? tr("%1 · Newer version").arg(time)
            : greeting.fit == StudioGreeting::Fit::Older ? tr("%1 · Older version").arg(time)
                                                         : time);
    row->answer->setTone(isNewer ? Tone::Warning : Tone::Secondary);
    row->answer->setToolTip(isNewer ? greeting.refusal() : greeting.sentence());
    row->join->setEnabled(!isNewer);
    setTip(row->join, isNewer ? greeting.refusal() : row->join->accessibleName());
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
    auto *answer = new Label({}, TextRole::Secondary, Tone::Secondary, row);
    line->addWidget(answer);
    line->addWidget(join);
    m_rowByAddress[studio.address] = {answer, join};
    showAnswer(studio.address);
    connect(join, &QPushButton::clicked, this, [this, address = studio.address] { Q_EMIT joinAsked(address); });
    return row;
}

} // namespace callboard::ui
