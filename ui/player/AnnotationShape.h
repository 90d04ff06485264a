// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QJsonObject>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>
#include <QTransform>

#include <optional>
#include <vector>

class QPainter;

namespace callboard::ui {

/// One outline of a drawing in the coordinates of its canvas.
struct ShapePart
{
    QPainterPath path;
    QPen pen{Qt::NoPen};
    QBrush brush{Qt::NoBrush};
    bool erases = false; ///< takes away from the parts before it
};

/// How a stored object looks. Objects are fabric.js' JSON: http://fabricjs.com/docs (Object.toObject).
struct AnnotationShape
{
    std::vector<ShapePart> parts;
    QSizeF canvas; ///< size of the canvas it was drawn on; empty: not told

    QRectF bounds() const;
    /// Whether a point within so much of an outline, in canvas coordinates.
    bool isHit(const QPointF &point, double tolerance) const;
    void paint(QPainter &painter) const;
};

/// Nothing for objects of unknown types or without a readable form.
std::optional<AnnotationShape> shapeOf(const QJsonObject &object);

/// Canvas to picture: as large as fits, centred.
QTransform canvasToPicture(const QSizeF &canvas, const QRectF &picture);

/// CSS colours: #rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), names. Invalid if none.
QColor cssColour(const QString &text);

} // namespace callboard::ui
