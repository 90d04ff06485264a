// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/AnnotationWriting.h"

#include "ui/player/FabricPath.h"

#include <QFontMetricsF>
#include <QUuid>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

// What every object carries; fabric counts half of the stroke's width outside of left and top.
QJsonObject object(const QString &type, const QRectF &box, const Pen &pen)
{
    return {{u"id"_s, newId()}, {u"type"_s, type}, {u"originX"_s, u"left"_s}, {u"originY"_s, u"top"_s},
        {u"left"_s, box.left() - pen.width / 2}, {u"top"_s, box.top() - pen.width / 2}, {u"width"_s, box.width()},
        {u"height"_s, box.height()}, {u"scaleX"_s, 1}, {u"scaleY"_s, 1}, {u"scale"_s, 1}, {u"angle"_s, 0},
        {u"opacity"_s, 1}, {u"fill"_s, QJsonValue::Null}, {u"stroke"_s, pen.colour.name()},
        {u"strokeWidth"_s, pen.width}, {u"strokeLineCap"_s, u"round"_s}, {u"strokeLineJoin"_s, u"round"_s},
        {u"canvasWidth"_s, pen.canvas.width()}, {u"canvasHeight"_s, pen.canvas.height()}, {u"createdBy"_s, pen.author}};
}

QJsonObject lineOf(const QString &type, const QPointF &from, const QPointF &to, const Pen &pen)
{
    const QRectF box = QRectF(from, to).normalized();
    QJsonObject line = object(type, box, pen);
    // fabric stores a line's ends from its middle.
    line[u"x1"_s] = from.x() - box.center().x();
    line[u"y1"_s] = from.y() - box.center().y();
    line[u"x2"_s] = to.x() - box.center().x();
    line[u"y2"_s] = to.y() - box.center().y();
    return line;
}

} // namespace

QJsonObject newPencil(const QPolygonF &points, const Pen &pen)
{
    const QJsonArray commands = pathToFabric(smoothPath(points));
    QJsonObject pencil = object(u"path"_s, pathFromFabric(commands).boundingRect(), pen);
    pencil[u"path"_s] = commands;
    return pencil;
}

QJsonObject newLine(const QPointF &from, const QPointF &to, const Pen &pen)
{
    return lineOf(u"line"_s, from, to, pen);
}

QJsonObject newArrow(const QPointF &from, const QPointF &to, const Pen &pen)
{
    QJsonObject arrow = lineOf(u"arrow"_s, from, to, pen);
    arrow[u"arrowHeadSize"_s] = pen.width * 4;
    arrow[u"arrowHeadWidth"_s] = pen.width * 4;
    return arrow;
}

QJsonObject newRectangle(const QRectF &box, const Pen &pen)
{
    return object(u"rect"_s, box.normalized(), pen);
}

QJsonObject newEllipse(const QRectF &box, const Pen &pen)
{
    QJsonObject ellipse = object(u"ellipse"_s, box.normalized(), pen);
    ellipse[u"rx"_s] = std::abs(box.width()) / 2;
    ellipse[u"ry"_s] = std::abs(box.height()) / 2;
    return ellipse;
}

QJsonObject newText(const QPointF &position, const QString &text, double fontSize, const Pen &pen)
{
    constexpr double lineHeight = 1.16;
    const QString family = u"Arial"_s; // known wherever the drawing may be shown
    QFont font(family);
    font.setPixelSize(std::max(1, int(fontSize)));
    const QStringList lines = text.split(u'\n');
    double width = 1;
    for (const QString &line : lines) width = std::max(width, QFontMetricsF(font).horizontalAdvance(line));
    Pen noOutline = pen;
    noOutline.width = 0;
    QJsonObject made =
        object(u"text"_s, {position, QSizeF(width, fontSize * 1.13 * lineHeight * double(lines.size()))}, noOutline);
    made[u"text"_s] = text;
    made[u"fontFamily"_s] = family;
    made[u"fontSize"_s] = fontSize;
    made[u"lineHeight"_s] = lineHeight;
    made[u"backgroundColor"_s] = QString();
    made[u"fill"_s] = pen.colour.name();
    made[u"stroke"_s] = QJsonValue::Null;
    return made;
}

QJsonObject moved(const QJsonObject &object, const QPointF &by)
{
    QJsonObject there = object;
    there[u"left"_s] = object["left"_L1].toDouble() + by.x();
    there[u"top"_s] = object["top"_L1].toDouble() + by.y();
    return there;
}

QJsonObject copied(const QJsonObject &object, const QString &author)
{
    QJsonObject copy = object;
    copy[u"id"_s] = newId();
    copy[u"createdBy"_s] = author;
    return copy;
}

} // namespace callboard::ui
