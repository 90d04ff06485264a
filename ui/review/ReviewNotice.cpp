// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewNotice.h"

#include "ui/parts/Label.h"
#include "ui/parts/Progress.h"
#include "ui/theme/Controls.h"
#include "ui/theme/Crisp.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace callboard::ui {

namespace {

constexpr int widest = 460, fromBottom = 24;

} // namespace

ReviewNotice::ReviewNotice(QWidget *over)
    : QFrame(over)
    , m_sentence(new Label({}, TextRole::Base, Tone::Text, this))
    , m_progress(new ProgressLine(this))
    , m_action(new QPushButton(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::NoTextInteraction);
    m_progress->setDelayed(false);
    setControlSize(m_action, ControlSize::Small);
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_sentence);
    words->addWidget(m_progress);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(words, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_act) m_act();
    });
    over->installEventFilter(this);
    hide();
}

void ReviewNotice::say(
    const QString &sentence, std::optional<double> progress, const QString &action, std::function<void()> act)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_progress->setVisible(progress.has_value());
    m_progress->setProgress(progress);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_act = std::move(act);
    show();
    raise();
    arrange();
}

void ReviewNotice::clear()
{
    m_progress->setProgress(std::nullopt);
    m_act = {};
    hide();
}

QString ReviewNotice::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void ReviewNotice::arrange()
{
    const QWidget *over = parentWidget();
    const int width = std::min(widest, over->width() - 24);
    layout()->activate();
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->sizeHint().height();
    setGeometry((over->width() - width) / 2, std::max(12, over->height() - height - fromBottom), width, height);
}

bool ReviewNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden()) arrange();
    return QFrame::eventFilter(watched, event);
}

void ReviewNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = colours();
    crisp::box(painter, QRectF(rect()), metrics::cardRadius, palette.bg3, palette.line2);
}

} // namespace callboard::ui
