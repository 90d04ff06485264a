// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QJsonObject>
#include <QPolygonF>
#include <QSizeF>
#include <QString>

namespace callboard::ui {

/// How a new drawing looks and who makes it.
struct Pen
{
    QColor colour{0xff, 0x5d, 0x6c};
    double width = 5; ///< in canvas coordinates
    QSizeF canvas;    ///< size of the picture drawn on
    QString author;   ///< id of the person, written as createdBy
};

/// New objects in the stored form, each with an id of its own. Points are in canvas coordinates.
QJsonObject newPencil(const QPolygonF &points, const Pen &pen);
QJsonObject newLine(const QPointF &from, const QPointF &to, const Pen &pen);
QJsonObject newArrow(const QPointF &from, const QPointF &to, const Pen &pen);
QJsonObject newRectangle(const QRectF &box, const Pen &pen);
QJsonObject newEllipse(const QRectF &box, const Pen &pen);
/// `position` is the upper left corner.
QJsonObject newText(const QPointF &position, const QString &text, double fontSize, const Pen &pen);

/// The object at another place; its other fields stay.
QJsonObject moved(const QJsonObject &object, const QPointF &by);
/// A copy under a new id, made by that author.
QJsonObject copied(const QJsonObject &object, const QString &author);

} // namespace callboard::ui
