// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/Timeline.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <array>

namespace callboard::ui {

/// From top to bottom: numbers, ticks with brackets and marks, the cache bar.
struct Timeline::Rows
{
    double numbers; ///< middle of the numbers' line
    double top;     ///< of the ticks
    double bottom;
    double marks; ///< middle
    double cache; ///< top of the bar
};

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    // Time runs left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
}

Timeline::Rows Timeline::rows() const
{
    return m_isCompact ? Rows{0, 6, 22, 10, 0} : Rows{11, 20, 42, 30, 45};
}

QSize Timeline::sizeHint() const
{
    return {400, m_isCompact ? 26 : 58};
}

void Timeline::setFrameCount(int count)
{
    m_count = std::max(1, count);
    update();
}

void Timeline::setFirstNumber(int number)
{
    m_firstNumber = number;
    update();
}

void Timeline::setFrame(int frame)
{
    if (frame == m_frame) return;
    m_frame = frame;
    setAccessibleDescription(tr("Frame %1").arg(frame + m_firstNumber));
    update();
}

void Timeline::setInOut(std::optional<int> in, std::optional<int> out)
{
    m_in = in;
    m_out = out;
    update();
}

void Timeline::setMarks(std::vector<TimelineMark> marks)
{
    m_marks = std::move(marks);
    update();
}

void Timeline::setCached(std::vector<FrameRange> ranges)
{
    if (ranges == m_cached) return;
    m_cached = std::move(ranges);
    update();
}

void Timeline::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

QRectF Timeline::track() const
{
    const double margin = m_isCompact ? 8 : 24;
    return QRectF(rect()).adjusted(margin, 0, -margin, 0);
}

double Timeline::perFrame() const
{
    return track().width() / m_count;
}

double Timeline::xOf(double frame) const
{
    return track().left() + frame * perFrame();
}

int Timeline::frameAtX(double x) const
{
    return std::clamp(int(std::floor((x - track().left()) / perFrame())), 0, m_count - 1);
}

Timeline::Drag Timeline::dragAt(const QPointF &position) const
{
    constexpr double reach = 6;
    if (m_in && std::abs(position.x() - xOf(*m_in)) <= reach && position.x() < xOf(*m_in) + 2) return Drag::In;
    if (m_out && std::abs(position.x() - xOf(*m_out + 1)) <= reach && position.x() > xOf(*m_out + 1) - 2)
        return Drag::Out;
    return Drag::Playhead;
}

void Timeline::dragTo(double x)
{
    const int frame = frameAtX(x);
    switch (m_drag) {
    case Drag::None: break;
    case Drag::Playhead: Q_EMIT frameWanted(frame); break;
    case Drag::In: Q_EMIT inWanted(std::min(frame, m_out.value_or(m_count - 1))); break;
    case Drag::Out: Q_EMIT outWanted(std::max(frame, m_in.value_or(0))); break;
    }
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    m_drag = dragAt(event->position());
    if (m_drag == Drag::Playhead) Q_EMIT scrubBegan();
    dragTo(event->position().x());
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        setCursor(dragAt(event->position()) == Drag::Playhead ? Qt::ArrowCursor : Qt::SizeHorCursor);
    else
        dragTo(event->position().x());
}

void Timeline::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int frame = frameAtX(help->pos().x());
    QString words = tr("Frame %1").arg(frame + m_firstNumber);
    for (const TimelineMark &mark : m_marks)
        if (mark.frames.contains(frame) && !mark.name.isEmpty()) words += QStringLiteral("\n") + mark.name;
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), ui::colours().bg1);
    paintInOut(painter);
    paintTicks(painter);
    paintMarks(painter);
    paintCache(painter);
    paintPlayhead(painter);
}

void Timeline::paintTicks(QPainter &painter) const
{
    const ui::Palette &palette = ui::colours();
    const Rows at = rows();
    // Numbers at least 70 apart, ticks at least 4: both on the first step of 1, 2, 5, 10 … that is wide enough.
    const auto stepFor = [this](double pixels) {
        for (int decade = 1;; decade *= 10)
            for (const int step : {1, 2, 5})
                if (step * decade * perFrame() >= pixels || decade > 10'000'000) return step * decade;
    };
    const int tick = stepFor(4), number = std::max(stepFor(70), tick);
    painter.setFont(ui::textFont(ui::TextRole::Small));
    for (int frame = 0; frame < m_count; frame += tick) {
        const bool isNumbered = frame % number == 0;
        const double height = isNumbered ? at.bottom - at.top : (at.bottom - at.top) * 0.4;
        ui::crisp::vertical(
            painter, middleOf(frame), at.bottom - height, at.bottom, isNumbered ? palette.text3 : palette.line2);
        if (isNumbered && !m_isCompact) {
            const QRectF where(middleOf(frame) - 40, at.numbers - 8, 80, 16);
            painter.setPen(palette.text3);
            painter.drawText(where, Qt::AlignCenter, QString::number(frame + m_firstNumber));
        }
    }
}

void Timeline::paintInOut(QPainter &painter) const
{
    if (!m_in && !m_out) return;
    const ui::Palette &palette = ui::colours();
    const Rows at = rows();
    const double left = xOf(m_in.value_or(0)), right = xOf(m_out.value_or(m_count - 1) + 1);
    QColor tint = palette.accent;
    tint.setAlphaF(0.14f);
    ui::crisp::fill(painter, {left, at.top, right - left, at.bottom - at.top}, tint);
    const auto bracket = [&](double x, double inward) {
        ui::crisp::vertical(painter, x - 1, at.top, at.bottom, palette.accent, 2);
        for (const double y : {at.top, at.bottom - 2})
            ui::crisp::horizontal(painter, std::min(x, x + inward), std::max(x, x + inward), y, palette.accent, 2);
    };
    if (m_in) bracket(left, 5);
    if (m_out) bracket(right, -5);
}

void Timeline::paintMarks(QPainter &painter) const
{
    const double y = rows().marks;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const TimelineMark &mark : m_marks) {
        painter.setBrush(mark.colour);
        if (mark.frames.length() == 1) {
            const double x = middleOf(mark.frames.first);
            const std::array corners{
                QPointF(x, y - 4.5), QPointF(x + 4.5, y), QPointF(x, y + 4.5), QPointF(x - 4.5, y)};
            painter.drawConvexPolygon(corners.data(), int(corners.size()));
        } else {
            const double left = xOf(mark.frames.first), right = xOf(mark.frames.last + 1);
            painter.drawRoundedRect(QRectF(left, y - 3, std::max(4.0, right - left), 6), 2, 2);
        }
    }
    painter.restore();
}

void Timeline::paintCache(QPainter &painter) const
{
    const ui::Palette &palette = ui::colours();
    const QRectF bar(track().left(), rows().cache, track().width(), 4);
    ui::crisp::fill(painter, bar, palette.bg0);
    QColor filled = palette.ok;
    filled.setAlphaF(0.7f);
    for (const FrameRange &range : m_cached)
        ui::crisp::fill(
            painter, {xOf(range.first), bar.top(), xOf(range.last + 1) - xOf(range.first), bar.height()}, filled);
}

void Timeline::paintPlayhead(QPainter &painter) const
{
    const ui::Palette &palette = ui::colours();
    const double x = middleOf(m_frame);
    if (m_isCompact) {
        ui::crisp::vertical(painter, x - 1, 0, height(), palette.accent, 2);
        ui::crisp::fillRound(painter, {x - 5, 0, 10, 7}, 2, palette.accent);
        return;
    }
    const Rows at = rows();
    const QString number = QString::number(m_frame + m_firstNumber);
    painter.setFont(ui::textFont(ui::TextRole::Small, QFont::DemiBold));
    const double wide = painter.fontMetrics().horizontalAdvance(number) + 12;
    // The box never leaves the view; its line does not leave the frame.
    const double left = std::clamp(x - wide / 2, 2.0, std::max(2.0, width() - wide - 2));
    ui::crisp::vertical(painter, x - 0.5, at.numbers + 7, at.cache + 4, palette.text, 2);
    ui::crisp::fillRound(painter, {left, at.numbers - 9, wide, 18}, 3, palette.text);
    painter.setPen(palette.bg1);
    painter.drawText(QRectF(left, at.numbers - 9, wide, 18), Qt::AlignCenter, number);
}

} // namespace callboard::ui
