// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/AnnotationShape.h"

#include "ui/player/FabricPath.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestGroup = 8;
constexpr double farthest = 1e6;

/// Reads one object's fields with their defaults in fabric.
class Fields
{
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {}

    double number(QLatin1StringView name, double otherwise = 0) const
    {
        const double value = m_object[name].toDouble(otherwise);
        return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : otherwise;
    }
    bool has(QLatin1StringView name) const { return m_object[name].isDouble(); }
    QString text(QLatin1StringView name) const { return m_object[name].toString(); }
    QJsonValue value(QLatin1StringView name) const { return m_object[name]; }
    double strokeWidth() const { return std::max(0.0, number("strokeWidth"_L1, 1)); }

    QColor colour(QLatin1StringView name) const
    {
        QColor colour = cssColour(text(name));
        if (colour.isValid()) colour.setAlphaF(colour.alphaF() * float(std::clamp(number("opacity"_L1, 1), 0.0, 1.0)));
        return colour;
    }

    QPen pen() const
    {
        const QColor stroke = colour("stroke"_L1);
        if (!stroke.isValid() || strokeWidth() == 0) return QPen(Qt::NoPen);
        const bool isButt = text("strokeLineCap"_L1) == "butt"_L1;
        const bool isMiter = text("strokeLineJoin"_L1) == "miter"_L1;
        QPen pen(stroke, strokeWidth(), Qt::SolidLine, isButt ? Qt::FlatCap : Qt::RoundCap,
            isMiter ? Qt::MiterJoin : Qt::RoundJoin);
        QList<qreal> dashes;
        for (const QJsonValue &dash : m_object["strokeDashArray"_L1].toArray())
            dashes.append(std::max(0.01, dash.toDouble() / strokeWidth()));
        if (dashes.size() % 2 == 1) dashes += QList<qreal>(dashes);
        if (!dashes.isEmpty()) pen.setDashPattern(dashes);
        return pen;
    }
    QBrush brush() const
    {
        const QColor fill = colour("fill"_L1);
        return fill.isValid() && fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush);
    }

    /// From the object's own coordinates, whose origin is its middle, to its parent's. `size` is without
    /// the stroke, which fabric counts in.
    QTransform placement(const QSizeF &size) const
    {
        const double scaleX = number("scaleX"_L1, 1), scaleY = number("scaleY"_L1, 1);
        const auto share = [](const QString &origin) {
            return origin == "center"_L1 ? 0.0 : origin == "right"_L1 || origin == "bottom"_L1 ? -0.5 : 0.5;
        };
        QTransform turn;
        turn.rotate(number("angle"_L1));
        const QPointF toMiddle = turn.map(QPointF((size.width() + strokeWidth()) * scaleX * share(text("originX"_L1)),
            (size.height() + strokeWidth()) * scaleY * share(text("originY"_L1))));
        QTransform place;
        place.translate(number("left"_L1) + toMiddle.x(), number("top"_L1) + toMiddle.y());
        place.rotate(number("angle"_L1));
        place.scale(
            scaleX * (m_object["flipX"_L1].toBool() ? -1 : 1), scaleY * (m_object["flipY"_L1].toBool() ? -1 : 1));
        place.shear(std::tan(qDegreesToRadians(number("skewX"_L1))), std::tan(qDegreesToRadians(number("skewY"_L1))));
        return place;
    }
    bool isPlaced() const { return has("left"_L1) && has("top"_L1); }

private:
    const QJsonObject &m_object;
};

/// Collects the parts of an object and, for groups, of what is in it.
class ShapeReader
{
public:
    bool read(const QJsonObject &object, const QTransform &parent, int depth)
    {
        const Fields fields(object);
        const QString type = fields.text("type"_L1).toLower();
        m_parent = parent;
        if (type == "path"_L1)
            addOutline(fields, pathFromFabric(fields.value("path"_L1)));
        else if (type == "psstroke"_L1)
            addStroke(fields);
        else if (type == "text"_L1 || type == "i-text"_L1 || type == "itext"_L1 || type == "textbox"_L1)
            addText(fields);
        else if (type == "rect"_L1 || type == "ellipse"_L1 || type == "circle"_L1)
            addBox(fields, type);
        else if (type == "line"_L1 || type == "arrow"_L1)
            addLine(fields, type == "arrow"_L1);
        else if (type == "group"_L1)
            return addGroup(object, fields, parent, depth);
        else
            return false;
        addErasures(object, depth);
        return !m_parts.empty();
    }
    std::vector<ShapePart> take() { return std::move(m_parts); }

private:
    void add(const Fields &fields, const QPainterPath &local, const QPen &pen, const QBrush &brush, const QSizeF &size)
    {
        m_place = fields.placement(size) * m_parent;
        addPlaced(local, pen, brush);
    }
    void addPlaced(const QPainterPath &local, QPen pen, const QBrush &brush)
    {
        // Strokes grow with the object, as they do in fabric.
        if (pen.style() != Qt::NoPen) pen.setWidthF(pen.widthF() * std::sqrt(std::abs(m_place.determinant())));
        m_parts.push_back({m_place.map(local), pen, brush, false});
    }

    void addOutline(const Fields &fields, const QPainterPath &path)
    {
        const QRectF box = path.boundingRect();
        // Without a place of its own the path's numbers are the canvas's.
        if (!fields.isPlaced()) {
            m_place = m_parent;
            addPlaced(path, fields.pen(), fields.brush());
            return;
        }
        add(fields, path.translated(-box.center()), fields.pen(), fields.brush(), box.size());
    }

    void addStroke(const Fields &fields)
    {
        const QJsonArray points = fields.value("strokePoints"_L1).toArray();
        addOutline(fields, pathFromStrokePoints(points));
        if (m_parts.empty() || points.size() < 2) return;
        // The pen's pressure is drawn as one mean width: thin lines stay thin, and one outline is cheap.
        double pressure = 0;
        for (const QJsonValue &point : points)
            pressure += std::clamp(point.toObject()["pressure"_L1].toDouble(0.5), 0.0, 1.0);
        ShapePart &part = m_parts.back();
        part.pen.setWidthF(std::max(0.5, part.pen.widthF() * pressure / double(points.size())));
        part.brush = Qt::NoBrush;
    }

    void addText(const Fields &fields)
    {
        QFont font(fields.text("fontFamily"_L1).section(u',', 0, 0).remove(u'"').remove(u'\''));
        font.setStyleHint(QFont::SansSerif);
        const double size = std::clamp(fields.number("fontSize"_L1, 40), 1.0, 2000.0);
        font.setPixelSize(std::max(1, int(std::lround(size))));
        const QJsonValue weight = fields.value("fontWeight"_L1);
        font.setBold(weight.toString() == "bold"_L1 || weight.toInt(weight.toString().toInt()) >= 600);
        font.setItalic(fields.text("fontStyle"_L1) == "italic"_L1);
        const QFontMetricsF metrics(font);
        const double lineHeight = size * 1.13 * fields.number("lineHeight"_L1, 1.16);
        const QStringList lines = fields.text("text"_L1).left(10'000).split(u'\n');
        double width = 0;
        for (const QString &line : lines) width = std::max(width, metrics.horizontalAdvance(line));
        const QSizeF box(fields.has("width"_L1) ? fields.number("width"_L1) : width,
            fields.has("height"_L1) ? fields.number("height"_L1) : lineHeight * double(lines.size()));
        m_place = fields.placement(box) * m_parent;
        const QRectF area(QPointF(-box.width() / 2, -box.height() / 2), box);
        const QColor background = fields.colour("backgroundColor"_L1);
        if (background.isValid() && background.alpha() > 0) {
            QPainterPath plate;
            plate.addRect(area);
            addPlaced(plate, QPen(Qt::NoPen), background);
        }
        QPainterPath glyphs;
        for (qsizetype at = 0; at < lines.size(); ++at) {
            const double advance = metrics.horizontalAdvance(lines[at]);
            const QString align = fields.text("textAlign"_L1);
            const double shift = align == "center"_L1 ? (box.width() - advance) / 2
                : align == "right"_L1                 ? box.width() - advance
                                                      : 0;
            glyphs.addText(area.left() + shift, area.top() + double(at) * lineHeight + size * 0.9, font, lines[at]);
        }
        const QColor fill = fields.colour("fill"_L1);
        const bool hasStroke = fields.value("stroke"_L1).isString();
        addPlaced(glyphs, hasStroke ? fields.pen() : QPen(Qt::NoPen), fill.isValid() ? fill : QColor(Qt::black));
    }

    void addBox(const Fields &fields, const QString &type)
    {
        QSizeF size(fields.number("width"_L1), fields.number("height"_L1));
        if (type == "circle"_L1 && fields.has("radius"_L1)) size = QSizeF(2, 2) * fields.number("radius"_L1);
        if (type == "ellipse"_L1 && fields.has("rx"_L1))
            size = QSizeF(2 * fields.number("rx"_L1), 2 * fields.number("ry"_L1));
        const QRectF box(QPointF(-size.width() / 2, -size.height() / 2), size);
        QPainterPath path;
        if (type == "rect"_L1)
            path.addRoundedRect(box, fields.number("rx"_L1), fields.number("ry"_L1));
        else
            path.addEllipse(box);
        add(fields, path, fields.pen(), fields.brush(), size);
    }

    void addLine(const Fields &fields, bool hasHead)
    {
        QPointF from(fields.number("x1"_L1), fields.number("y1"_L1)),
            to(fields.number("x2"_L1), fields.number("y2"_L1));
        const QSizeF size(std::abs(to.x() - from.x()), std::abs(to.y() - from.y()));
        // Placed lines tell their direction only; their middle is the object's.
        if (fields.isPlaced()) {
            const QPointF half = (to - from) / 2;
            from = -half;
            to = half;
            m_place = fields.placement(size) * m_parent;
        } else {
            m_place = m_parent;
        }
        QPainterPath path(from);
        path.lineTo(to);
        if (const double length = QLineF(from, to).length(); hasHead && length > 0) {
            const double least = 4 * fields.strokeWidth();
            const double head = std::min(length, fields.number("arrowHeadSize"_L1, least));
            const double half = fields.number("arrowHeadWidth"_L1, head) / 2;
            const QPointF along = (to - from) / length, across(-along.y(), along.x());
            path.moveTo(to - along * head + across * half);
            path.lineTo(to);
            path.lineTo(to - along * head - across * half);
        }
        QPen pen = fields.pen();
        if (pen.style() != Qt::NoPen) pen.setCapStyle(Qt::RoundCap);
        addPlaced(path, pen, Qt::NoBrush);
    }

    bool addGroup(const QJsonObject &object, const Fields &fields, const QTransform &parent, int depth)
    {
        if (depth >= deepestGroup) return false;
        const QSizeF size(fields.number("width"_L1), fields.number("height"_L1));
        const QTransform place = fields.placement(size) * parent;
        for (const QJsonValue &child : object["objects"_L1].toArray()) {
            ShapeReader reader;
            if (!reader.read(child.toObject(), place, depth + 1)) continue;
            for (ShapePart &part : reader.take()) m_parts.push_back(std::move(part));
        }
        return !m_parts.empty();
    }

    // fabric's eraser: paths in the object's own coordinates that are cut out of it.
    void addErasures(const QJsonObject &object, int depth)
    {
        const QJsonArray paths = object["eraser"_L1].toObject()["objects"_L1].toArray();
        if (depth >= deepestGroup || paths.isEmpty()) return;
        const QTransform place = m_place;
        for (const QJsonValue &path : paths) {
            ShapeReader reader;
            if (!reader.read(path.toObject(), place, depth + 1)) continue;
            for (ShapePart &part : reader.take()) {
                part.erases = true;
                m_parts.push_back(std::move(part));
            }
        }
    }

    std::vector<ShapePart> m_parts;
    QTransform m_parent;
    QTransform m_place;
};

void paintPart(QPainter &painter, const ShapePart &part)
{
    painter.setPen(part.pen);
    painter.setBrush(part.brush);
    painter.drawPath(part.path);
}

QRectF boundsOf(const ShapePart &part)
{
    const double around = part.pen.style() == Qt::NoPen ? 0 : part.pen.widthF() / 2;
    return part.path.boundingRect().adjusted(-around, -around, around, around);
}

} // namespace

QColor cssColour(const QString &text)
{
    static const QRegularExpression call(
        u"^rgba?\\(\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*(?:,\\s*([\\d.]+)\\s*)?\\)$"_s);
    const QString trimmed = text.trimmed();
    if (const auto match = call.match(trimmed); match.hasMatch()) {
        const auto channel = [&](int at) { return std::clamp(int(match.captured(at).toDouble()), 0, 255); };
        const double alpha = match.hasCaptured(4) ? match.captured(4).toDouble() : 1;
        return QColor(channel(1), channel(2), channel(3), int(std::clamp(alpha, 0.0, 1.0) * 255));
    }
    // CSS has the alpha at the end, Qt at the front.
    if (trimmed.size() == 9 && trimmed.startsWith(u'#')) return QColor(u'#' + trimmed.right(2) + trimmed.mid(1, 6));
    return QColor(trimmed);
}

std::optional<AnnotationShape> shapeOf(const QJsonObject &object)
{
    ShapeReader reader;
    if (!reader.read(object, {}, 0)) return std::nullopt;
    return AnnotationShape{reader.take(), {object["canvasWidth"_L1].toDouble(), object["canvasHeight"_L1].toDouble()}};
}

QTransform canvasToPicture(const QSizeF &canvas, const QRectF &picture)
{
    if (canvas.width() <= 0 || canvas.height() <= 0) return QTransform::fromTranslate(picture.left(), picture.top());
    const double scale = std::min(picture.width() / canvas.width(), picture.height() / canvas.height());
    QTransform place;
    place.translate(
        picture.center().x() - canvas.width() * scale / 2, picture.center().y() - canvas.height() * scale / 2);
    place.scale(scale, scale);
    return place;
}

QRectF AnnotationShape::bounds() const
{
    QRectF bounds;
    for (const ShapePart &part : parts)
        if (!part.erases) bounds |= boundsOf(part);
    return bounds;
}

bool AnnotationShape::isHit(const QPointF &point, double tolerance) const
{
    return std::ranges::any_of(parts, [&](const ShapePart &part) {
        if (part.erases || !boundsOf(part).adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(point))
            return false;
        if (part.brush.style() != Qt::NoBrush)
            return true; // text and filled boxes are hit anywhere inside their bounds
        QPainterPathStroker stroker(QPen(Qt::black, part.pen.widthF() + 2 * tolerance, Qt::SolidLine, Qt::RoundCap));
        return stroker.createStroke(part.path).contains(point);
    });
}

void AnnotationShape::paint(QPainter &painter) const
{
    const bool isErased = std::ranges::any_of(parts, &ShapePart::erases);
    if (!isErased) {
        for (const ShapePart &part : parts) paintPart(painter, part);
        return;
    }
    // What is erased must show the picture, not a hole in it: so a layer of its own.
    const QRect area = painter.transform().mapRect(bounds()).toAlignedRect() & painter.viewport();
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (area.isEmpty()) return;
    QImage layer(area.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    layer.setDevicePixelRatio(ratio);
    layer.fill(Qt::transparent);
    QPainter onLayer(&layer);
    onLayer.setRenderHints(painter.renderHints());
    onLayer.setTransform(painter.transform() * QTransform::fromTranslate(-area.left(), -area.top()));
    for (const ShapePart &part : parts) {
        onLayer.setCompositionMode(
            part.erases ? QPainter::CompositionMode_DestinationOut : QPainter::CompositionMode_SourceOver);
        paintPart(onLayer, part);
    }
    onLayer.end();
    painter.save();
    painter.resetTransform();
    painter.drawImage(area.topLeft(), layer);
    painter.restore();
}

} // namespace callboard::ui
