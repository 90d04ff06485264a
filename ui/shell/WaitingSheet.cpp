// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WaitingSheet.h"

#include "ui/outbox/Outbox.h"
#include "ui/parts/ColumnScroll.h"
#include "ui/parts/Label.h"
#include "ui/parts/Notice.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Metrics.h"
#include "ui/values/TaskValues.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sheetSize{600, 440};
constexpr qsizetype mostRows = 50;
constexpr int refillDelay = 60; // milliseconds

QString stateWords(const WaitingChange &change)
{
    const QString when = momentWords(change.made.toLocalTime(), QDateTime::currentDateTime());
    if (change.isRefused()) return WaitingSheet::tr("%1 · refused: %2").arg(when, change.refusal);
    if (change.isOnItsWay) return WaitingSheet::tr("%1 · on its way").arg(when);
    return when;
}

} // namespace

QString waitingWords(const Outbox &outbox)
{
    if (const int count = outbox.waitingCount(); count > 0)
        return WaitingSheet::tr("%n change(s) wait to be sent", nullptr, count);
    if (const int count = outbox.refusedCount(); count > 0) return refusedWords(count);
    return {};
}

QString refusedWords(int count)
{
    return WaitingSheet::tr("%n change(s) were refused", nullptr, count);
}

WaitingSheet::WaitingSheet(Outbox &outbox, QWidget *anyInWindow)
    : Sheet(tr("Changes that wait"), anyInWindow)
    , m_outbox(outbox)
    , m_rows(new QVBoxLayout)
    , m_more(new Label({}, TextRole::Secondary, Tone::Secondary, this))
    , m_none(new EmptyState(u"check"_s, tr("All changes are sent."), {}, this))
    , m_tryNow(new QPushButton(tr("Try now"), this))
    , m_discardAll(new QPushButton(this))
{
    setWanted(sheetSize);
    setContent(makeContent());
    setFoot(makeFoot());
    m_refill.setSingleShot(true);
    m_refill.setInterval(refillDelay);
    connect(&m_refill, &QTimer::timeout, this, &WaitingSheet::fill);
    connect(&outbox, &Outbox::changed, &m_refill, qOverload<>(&QTimer::start));
    connect(this, &Sheet::closed, this, [this] { parentWidget()->deleteLater(); });
    fill();
}

QWidget *WaitingSheet::makeContent()
{
    auto *area = new ColumnScroll(this);
    area->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(area);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    m_rows->setSpacing(8);
    column->addLayout(m_rows);
    column->addWidget(m_more);
    column->addWidget(m_none, 1);
    column->addStretch(0);
    area->setWidget(content);
    return area;
}

QWidget *WaitingSheet::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *rows = new QVBoxLayout(foot);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new Separator(Qt::Horizontal, foot));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 12, 20, 12);
    rows->addLayout(line);
    setButtonRole(m_discardAll, ButtonRole::Quiet);
    setButtonRole(m_tryNow, ButtonRole::Primary);
    line->addWidget(m_discardAll);
    line->addStretch(1);
    line->addWidget(m_tryNow);
    connect(m_tryNow, &QPushButton::clicked, &m_outbox, &Outbox::tryNow);
    connect(m_discardAll, &QPushButton::clicked, this, &WaitingSheet::discardAll);
    return foot;
}

void WaitingSheet::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->setVisible(false);
        item->widget()->deleteLater(); // its button may be telling that it was clicked
        delete item;
    }
    const auto &changes = m_outbox.changes();
    for (const WaitingChange &change : changes.first(std::min(mostRows, changes.size())))
        m_rows->addWidget(makeRow(change));
    const qsizetype more = changes.size() - std::min(mostRows, changes.size());
    m_more->setText(tr("and %1 more").arg(more));
    m_more->setVisible(more > 0);
    m_none->setVisible(changes.isEmpty());
    m_tryNow->setEnabled(m_outbox.waitingCount() > 0);
    m_discardAll->setEnabled(!changes.isEmpty());
    m_isDiscardConfirmed = false;
    m_discardAll->setText(tr("Discard all"));
    setButtonRole(m_discardAll, ButtonRole::Quiet);
    setSubtitle(waitingWords(m_outbox));
}

QWidget *WaitingSheet::makeRow(const WaitingChange &change)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(new IconLabel(change.isRefused() ? u"warning"_s : u"clock"_s, metrics::icon,
                        change.isRefused() ? Tone::Bad : Tone::Warning, row),
        0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *sentence = new Label(change.sentence, TextRole::Base, Tone::Text, row);
    auto *state =
        new Label(stateWords(change), TextRole::Secondary, change.isRefused() ? Tone::Bad : Tone::Secondary, row);
    for (Label *label : {sentence, state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    line->addLayout(words, 1);
    const auto addButton = [&](const QString &text, const QString &spoken, auto act) {
        auto *button = new QPushButton(text, row);
        setControlSize(button, ControlSize::Small);
        button->setAccessibleName(spoken.arg(change.sentence));
        line->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, act, id = change.id] { (m_outbox.*act)(id); });
    };
    if (change.isRefused()) addButton(tr("Try again"), tr("Try again: %1"), &Outbox::retry);
    addButton(tr("Discard"), tr("Discard: %1"), &Outbox::discard);
    return row;
}

/// Work is lost by it: the button asks once more.
void WaitingSheet::discardAll()
{
    if (std::exchange(m_isDiscardConfirmed, true)) {
        m_outbox.discardAll();
        return;
    }
    m_discardAll->setText(tr("Discard %n change(s)?", nullptr, static_cast<int>(m_outbox.changes().size())));
    setButtonRole(m_discardAll, ButtonRole::Danger);
}

} // namespace callboard::ui
