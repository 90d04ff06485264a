// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Crisp.h"

#include "ui/theme/Metrics.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace callboard::ui::crisp {

namespace {

/// Antialiasing for the time of one shape.
class Smooth
{
public:
    explicit Smooth(QPainter &painter)
        : m_painter(painter)
        , m_before(painter.testRenderHint(QPainter::Antialiasing))
    {
        painter.setRenderHint(QPainter::Antialiasing, true);
    }
    ~Smooth() { m_painter.setRenderHint(QPainter::Antialiasing, m_before); }
    Smooth(const Smooth &) = delete;
    Smooth &operator=(const Smooth &) = delete;

private:
    QPainter &m_painter;
    bool m_before;
};

QPainterPath rounded(const QRectF &rect, qreal radius)
{
    QPainterPath path;
    if (radius > 0)
        path.addRoundedRect(rect, radius, radius);
    else
        path.addRect(rect);
    return path;
}

} // namespace

QRectF snapped(const QPainter &painter, const QRectF &rect)
{
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale) return rect;
    const QRectF device = transform.mapRect(rect);
    const QRectF even(QPointF(std::round(device.left()), std::round(device.top())),
        QPointF(std::round(device.right()), std::round(device.bottom())));
    return transform.inverted().mapRect(even);
}

qreal width(const QPainter &painter, qreal logical)
{
    const qreal scale = std::abs(painter.deviceTransform().m11());
    return scale > 0 ? std::max<qreal>(1, std::floor(logical * scale + 0.3)) / scale : logical;
}

void fill(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.fillRect(snapped(painter, rect), colour);
}

void fillRound(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour)
{
    const Smooth smooth(painter);
    painter.fillPath(rounded(snapped(painter, rect), radius), colour);
}

void outline(QPainter &painter, const QRectF &rect, qreal radius, qreal lineWidth, const QColor &colour)
{
    const Smooth smooth(painter);
    const QRectF outer = snapped(painter, rect);
    const qreal line = width(painter, lineWidth);
    QPainterPath path = rounded(outer, radius);
    path.addPath(rounded(outer.adjusted(line, line, -line, -line), std::max<qreal>(0, radius - line)));
    path.setFillRule(Qt::OddEvenFill);
    painter.fillPath(path, colour);
}

void box(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fillColour, const QColor &line)
{
    // Filled a little inside of the line, so that the fill does not shine through the corners.
    if (fillColour.alpha() > 0)
        fillRound(painter, snapped(painter, rect).adjusted(0.4, 0.4, -0.4, -0.4), radius, fillColour);
    outline(painter, rect, radius, 1, line);
}

void dashed(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour)
{
    const Smooth smooth(painter);
    const qreal line = width(painter, 1);
    QPen pen(colour, line);
    pen.setDashPattern({3, 3});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const qreal half = line / 2;
    painter.drawRoundedRect(snapped(painter, rect).adjusted(half, half, -half, -half), radius, radius);
}

void horizontal(QPainter &painter, qreal left, qreal right, qreal top, const QColor &colour, qreal thickness)
{
    QRectF line = snapped(painter, QRectF(left, top, right - left, thickness));
    line.setHeight(width(painter, thickness));
    painter.fillRect(line, colour);
}

void vertical(QPainter &painter, qreal left, qreal top, qreal bottom, const QColor &colour, qreal thickness)
{
    QRectF line = snapped(painter, QRectF(left, top, thickness, bottom - top));
    line.setWidth(width(painter, thickness));
    painter.fillRect(line, colour);
}

void rim(QPainter &painter, const QRectF &floating, qreal radius, const QColor &colour)
{
    const Smooth smooth(painter);
    const QRectF inner = snapped(painter, floating);
    const qreal r = metrics::rim;
    QPainterPath path = rounded(inner.adjusted(-r, -r, r, r), radius + r);
    path.addPath(rounded(inner, radius));
    path.setFillRule(Qt::OddEvenFill);
    painter.fillPath(path, colour);
}

} // namespace callboard::ui::crisp
