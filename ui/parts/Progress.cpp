// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Progress.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace callboard::ui {

namespace {
constexpr int thickness = 4, frame = 33, turn = 900; // milliseconds
}

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressLine::setDelayed(bool on)
{
    m_delayed = on;
}

void ProgressLine::setPercentageShown(bool on)
{
    m_percentage = on;
    updateGeometry();
    update();
}

void ProgressLine::setProgress(std::optional<double> part)
{
    if (!part) {
        m_delay.stop();
        m_shown = false;
    } else if (!m_part) {
        m_shown = !m_delayed;
        if (m_delayed) m_delay.start(progressDelay, this);
    }
    m_part = part;
    if (part) setAccessibleName(tr("%1 % done").arg(qRound(*part * 100)));
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {120, m_percentage ? lineHeight(TextRole::Secondary) : thickness};
}

void ProgressLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_delay.timerId()) return QWidget::timerEvent(event);
    m_delay.stop();
    m_shown = true;
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_part || !m_shown) return;
    const Palette &p = colours();
    QPainter painter(this);
    QRect line = rect();
    if (m_percentage) {
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(p.text2);
        const int words = painter.fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 8;
        const QRect place(width() - words, 0, words, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)) | Qt::AlignVCenter,
            tr("%1 %").arg(qRound(*m_part * 100)));
        line = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(0, 0, -words, 0));
    }
    const QRectF groove(line.left(), (height() - thickness) / 2.0, line.width(), thickness);
    crisp::fillRound(painter, groove, 2, p.bg0);
    QRectF done = groove;
    done.setWidth(groove.width() * std::clamp(*m_part, 0.0, 1.0));
    if (layoutDirection() == Qt::RightToLeft) done.moveRight(groove.right());
    if (done.width() > 0) crisp::fillRound(painter, done, 2, p.accent);
}

BusyRing::BusyRing(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(14, 14);
}

void BusyRing::setBusy(bool on)
{
    if (on == m_busy) return;
    m_busy = on;
    setAccessibleName(on ? tr("Busy") : QString());
    if (on) {
        m_since.start();
        m_timer.start(m_delayed ? progressDelay : frame, this);
    } else {
        m_timer.stop();
    }
    update();
}

void BusyRing::timerEvent(QTimerEvent *)
{
    // With reduced motion the ring stands: it is there, and that is all it says.
    if (Theme::instance().reducedMotion())
        m_timer.stop();
    else if (m_since.elapsed() < progressDelay + 2 * frame)
        m_timer.start(frame, this);
    update();
}

void BusyRing::paintEvent(QPaintEvent *)
{
    if (!m_busy || (m_delayed && m_since.elapsed() < progressDelay)) return;
    const Palette &p = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(p.line2, 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(p.accent, 2, Qt::SolidLine, Qt::RoundCap));
    const auto angle = Theme::instance().reducedMotion() ? 0 : static_cast<int>(m_since.elapsed() % turn * 360 / turn);
    painter.drawArc(ring, (90 - angle) * 16, -100 * 16);
}

} // namespace callboard::ui
