// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

/// Painting that meets device pixels at 100, 125, 150 and 200 %.
namespace callboard::ui::crisp {

/// The rectangle with its edges moved to the nearest device pixels.
QRectF snapped(const QPainter &painter, const QRectF &rect);

/// A width that is a whole number of device pixels, at least one.
qreal width(const QPainter &painter, qreal logical);

/// A filled rectangle, its edges on device pixels.
void fill(QPainter &painter, const QRectF &rect, const QColor &colour);

/// A filled rounded rectangle, its edges on device pixels.
void fillRound(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour);

/// An outline that lies inside of the rectangle.
void outline(QPainter &painter, const QRectF &rect, qreal radius, qreal lineWidth, const QColor &colour);

/// Fill and an outline inside of it: the shape of every control and box.
void box(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line);

/// A dashed outline inside of the rectangle: places to drop something.
void dashed(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour);

/// Lines of one device-aligned width; the position is their upper or left edge.
void horizontal(QPainter &painter, qreal left, qreal right, qreal top, const QColor &colour, qreal thickness = 1);
void vertical(QPainter &painter, qreal left, qreal top, qreal bottom, const QColor &colour, qreal thickness = 1);

/// Flat rim around a floating box, drawn outside of it.
void rim(QPainter &painter, const QRectF &box, qreal radius, const QColor &colour);

} // namespace callboard::ui::crisp
