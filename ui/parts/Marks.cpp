// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Marks.h"

#include "ui/theme/Crisp.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace callboard::ui {

namespace {

constexpr int spreadWidth = 120, spreadHeight = 6, spreadGap = 8;

constexpr int priorityWidth = 10, priorityHeight = 16;

bool isMirrored(const QPainter &painter)
{
    return painter.layoutDirection() == Qt::RightToLeft;
}

/// Drawn once per level, colour and density: delegates paint hundreds in a frame.
QPixmap chevrons(int level, const QColor &colour, qreal ratio)
{
    static std::map<std::tuple<int, QRgb, int>, QPixmap> drawn;
    QPixmap &picture = drawn[{level, colour.rgba(), qRound(ratio * 100)}];
    if (!picture.isNull()) return picture;
    constexpr qreal step = 3.2, rise = 3.6, reach = 3.4, middle = priorityWidth / 2.0;
    picture = QPixmap((QSizeF(priorityWidth, priorityHeight) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    qreal top = (priorityHeight - rise - (level - 1) * step) / 2.0;
    for (int i = 0; i < level; ++i, top += step)
        painter.drawPolyline(QPolygonF{{middle - reach, top + rise}, {middle, top}, {middle + reach, top + rise}});
    return picture;
}

} // namespace

int paintPriority(QPainter &painter, const QRect &where, int priority)
{
    const int level = std::clamp(priority, 0, 3);
    if (level == 0) return 0;
    const Palette &palette = colours();
    const QColor colour = level == 1 ? palette.text2 : level == 2 ? palette.warn : palette.bad;
    const int left = isMirrored(painter) ? where.right() + 1 - priorityWidth : where.left();
    const QRectF place = crisp::snapped(
        painter, QRectF(left, where.top() + (where.height() - priorityHeight) / 2, priorityWidth, priorityHeight));
    painter.drawPixmap(
        place.topLeft(), chevrons(level, colour, std::max<qreal>(0.1, std::abs(painter.deviceTransform().m11()))));
    return priorityWidth;
}

QString priorityName(int priority)
{
    switch (priority) {
    case 1: return QCoreApplication::translate("Priority", "High priority");
    case 2: return QCoreApplication::translate("Priority", "Very high priority");
    case 3: return QCoreApplication::translate("Priority", "Emergency");
    default: return {};
    }
}

int paintTaskTypeBar(QPainter &painter, const QRect &where, const QColor &colour, int height)
{
    constexpr int gap = 7;
    const int width = metrics::taskTypeBarWidth;
    const int left = isMirrored(painter) ? where.right() + 1 - width : where.left();
    crisp::fillRound(painter, QRectF(left, where.top() + (where.height() - height) / 2, width, height), 1, colour);
    return width + gap;
}

void paintSpread(QPainter &painter, const QRectF &bar, const QList<SpreadPart> &parts)
{
    const qreal total = std::accumulate(
        parts.begin(), parts.end(), 0.0, [](qreal sum, const SpreadPart &part) { return sum + part.amount; });
    const QRectF area = crisp::snapped(painter, bar);
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(area, 1.5, 1.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    if (total <= 0) {
        painter.fillRect(area, colours().bg0);
        painter.restore();
        return;
    }
    const auto count =
        std::count_if(parts.begin(), parts.end(), [](const SpreadPart &part) { return part.amount > 0; });
    const qreal gap = crisp::width(painter, 1);
    const qreal room = area.width() - gap * (count - 1);
    qreal left = 0;
    for (const SpreadPart &part : parts) {
        if (part.amount <= 0) continue;
        const qreal width = std::max<qreal>(2, room * part.amount / total);
        const qreal x = isMirrored(painter) ? area.right() - left - width : area.left() + left;
        crisp::fill(painter, QRectF(x, area.top(), width, area.height()), part.colour);
        left += width + gap;
    }
    painter.restore();
}

void paintUnreadMark(QPainter &painter, const QRect &cell)
{
    constexpr int size = 6, margin = 4;
    const int left = isMirrored(painter) ? cell.left() + margin : cell.right() + 1 - margin - size;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().accent);
    painter.drawEllipse(QRectF(left, cell.top() + margin, size, size));
    painter.restore();
}

void paintUnsentMark(QPainter &painter, const QRect &cell)
{
    constexpr int size = 10;
    const bool mirrored = isMirrored(painter);
    const QPointF corner(mirrored ? cell.right() + 1 : cell.left(), cell.top());
    const qreal across = mirrored ? -size : size;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().warn);
    painter.drawPolygon(QPolygonF{corner, corner + QPointF(across, 0), corner + QPointF(0, size)});
    painter.restore();
}

PriorityMark::PriorityMark(int priority, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    setPriority(priority);
}

void PriorityMark::setPriority(int priority)
{
    m_priority = priority;
    setAccessibleName(priorityName(priority));
    setToolTip(priorityName(priority));
    update();
}

void PriorityMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPriority(painter, rect().adjusted(1, 0, -1, 0), m_priority);
}

SpreadBar::SpreadBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SpreadBar::setSpread(const QList<SpreadPart> &parts, const QString &words)
{
    m_parts = parts;
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize SpreadBar::sizeHint() const
{
    const int text = QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(m_words);
    return {spreadWidth + (m_words.isEmpty() ? 0 : spreadGap + text), lineHeight(TextRole::Secondary)};
}

void SpreadBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool mirrored = isMirrored(painter);
    const int left = mirrored ? width() - spreadWidth : 0;
    paintSpread(painter, QRectF(left, (height() - spreadHeight) / 2, spreadWidth, spreadHeight), m_parts);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(colours().text2);
    const QRect words = mirrored ? rect().adjusted(0, 0, -spreadWidth - spreadGap, 0)
                                 : rect().adjusted(spreadWidth + spreadGap, 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, m_words);
}

TaskTypeLabel::TaskTypeLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TaskTypeLabel::setTaskType(const QString &name, const QColor &colour)
{
    m_name = name;
    m_colour = colour;
    setAccessibleName(name);
    updateGeometry();
    update();
}

QSize TaskTypeLabel::sizeHint() const
{
    return {10 + QFontMetrics(textFont(TextRole::Base)).horizontalAdvance(m_name) + 1, lineHeight(TextRole::Base)};
}

void TaskTypeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const int taken = paintTaskTypeBar(painter, rect(), m_colour);
    painter.setFont(textFont(TextRole::Base));
    painter.setPen(colours().text);
    const QRect name = isMirrored(painter) ? rect().adjusted(0, 0, -taken, 0) : rect().adjusted(taken, 0, 0, 0);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeading, m_name);
}

} // namespace callboard::ui
