// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/AnnotationLayer.h"

#include <QPainter>

#include <algorithm>

namespace callboard::ui {

using namespace Qt::StringLiterals;

AnnotationLayer::AnnotationLayer(AnnotationModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &AnnotationModel::changed, this, &AnnotationLayer::reload);
}

void AnnotationLayer::setPicture(const QSizeF &size)
{
    m_picture = size.isEmpty() ? QSizeF(1920, 1080) : size;
    reload();
}

void AnnotationLayer::setFrame(qint64 index)
{
    if (index == m_index) return;
    // A stroke belongs to the frame on which it was begun.
    if (m_isPressed) release();
    m_index = index;
    reload();
}

std::vector<AnnotationLayer::Shown> AnnotationLayer::shapesAt(qint64 index) const
{
    std::vector<Shown> shapes;
    for (AnnotationDocument::Placed &placed : m_model.objectsAt(index)) {
        auto shape = shapeOf(placed.object);
        if (!shape) continue;
        const QSizeF canvas = shape->canvas.isEmpty() ? placed.momentCanvas : shape->canvas;
        const QTransform place = canvasToPicture(canvas, {{0, 0}, m_picture});
        shapes.push_back({placed.object["id"_L1].toString(), placed.object, std::move(*shape), place});
    }
    return shapes;
}

void AnnotationLayer::reload()
{
    m_shapes = shapesAt(m_index);
    m_neighbours.clear();
    if (m_showsNeighbours) {
        for (const qint64 beside : {m_index - 1, m_index + 1})
            std::ranges::move(shapesAt(beside), std::back_inserter(m_neighbours));
    }
    if (std::ranges::none_of(m_shapes, [&](const Shown &shown) { return shown.id == m_selected; })) select({});
    Q_EMIT repaintNeeded();
}

void AnnotationLayer::setTool(DrawTool tool)
{
    if (tool == m_tool) return;
    cancel();
    m_tool = tool;
    if (tool != DrawTool::Select) select({});
    Q_EMIT stateChanged();
    Q_EMIT repaintNeeded();
}

void AnnotationLayer::setColour(const QColor &colour)
{
    m_colour = colour;
    Q_EMIT stateChanged();
}

void AnnotationLayer::setPenWidth(int pixels)
{
    m_penWidth = std::clamp(pixels, 1, 60);
    Q_EMIT stateChanged();
}

void AnnotationLayer::setOpacity(double opacity)
{
    m_opacity = std::clamp(opacity, 0.0, 1.0);
    Q_EMIT stateChanged();
    Q_EMIT repaintNeeded();
}

void AnnotationLayer::setShowsNeighbours(bool on)
{
    m_showsNeighbours = on;
    reload();
    Q_EMIT stateChanged();
}

void AnnotationLayer::select(const QString &id)
{
    if (id == m_selected) return;
    m_selected = id;
    Q_EMIT stateChanged();
    Q_EMIT repaintNeeded();
}

void AnnotationLayer::deleteSelected()
{
    if (!m_selected.isEmpty()) m_model.remove({m_selected}, tr("Delete drawing"));
}

void AnnotationLayer::deleteAllOnFrame()
{
    QStringList ids;
    for (const AnnotationDocument::Placed &placed : m_model.objectsAt(m_index))
        ids.append(placed.object["id"_L1].toString());
    m_model.remove(ids, tr("Delete drawings of the frame"));
}

void AnnotationLayer::copySelected()
{
    if (const auto placed = m_model.find(m_selected)) m_copied = placed->object;
}

void AnnotationLayer::paste()
{
    if (m_copied.isEmpty()) return;
    const QJsonObject copy = copied(m_copied, m_author);
    m_model.add(m_index, copy, tr("Paste drawing"));
    setTool(DrawTool::Select);
    select(copy["id"_L1].toString());
}

const AnnotationLayer::Shown *AnnotationLayer::shapeUnder(const QPointF &at, double unit) const
{
    constexpr double reach = 6; // pixels of the screen
    for (auto shown = m_shapes.rbegin(); shown != m_shapes.rend(); ++shown) {
        const double scale = shown->toPicture.m11();
        const QPointF onCanvas = shown->toPicture.inverted().map(at);
        if (!shown->id.isEmpty() && !m_erased.contains(shown->id)
            && shown->shape.isHit(onCanvas, reach * unit / std::max(scale, 1e-6)))
            return &*shown;
    }
    return nullptr;
}

Pen AnnotationLayer::pen() const
{
    return {m_colour, m_penWidth * m_picture.width() / 1280.0, m_picture, m_author};
}

double AnnotationLayer::textHeight() const
{
    return (14 + 2 * m_penWidth) * m_picture.width() / 1280.0;
}

void AnnotationLayer::press(const QPointF &at, double unit)
{
    if (m_opacity <= 0) setOpacity(1); // who draws wants to see it
    m_isPressed = true;
    m_drawn = QPolygonF{at};
    m_movedBy = {};
    switch (m_tool) {
    case DrawTool::Select: {
        const Shown *under = shapeUnder(at, unit);
        select(under ? under->id : QString());
        break;
    }
    case DrawTool::Eraser: eraseUnder(at, unit); break;
    case DrawTool::Text:
        m_isPressed = false;
        Q_EMIT textWanted(at);
        break;
    case DrawTool::None: m_isPressed = false; break;
    default: Q_EMIT repaintNeeded();
    }
}

void AnnotationLayer::eraseUnder(const QPointF &at, double unit)
{
    if (const Shown *under = shapeUnder(at, unit)) {
        m_erased.append(under->id);
        Q_EMIT repaintNeeded();
    }
}

void AnnotationLayer::move(const QPointF &at, double unit, Qt::KeyboardModifiers modifiers)
{
    if (!m_isPressed) return;
    if (m_tool == DrawTool::Eraser) {
        eraseUnder(at, unit);
        return;
    }
    QPointF end = at;
    const QPointF by = at - m_drawn.first();
    const bool isBox = m_tool == DrawTool::Rectangle || m_tool == DrawTool::Ellipse;
    if (isBox && modifiers & Qt::ShiftModifier) {
        const double side = std::max(std::abs(by.x()), std::abs(by.y()));
        end = m_drawn.first() + QPointF(std::copysign(side, by.x()), std::copysign(side, by.y()));
    }
    const bool isFreeLine = m_tool == DrawTool::Pencil && !(modifiers & Qt::ShiftModifier);
    if (m_tool == DrawTool::Select)
        m_movedBy = by;
    else if (!isFreeLine)
        m_drawn = QPolygonF{m_drawn.first(), end};
    else if (QLineF(m_drawn.last(), at).length() >= unit)
        m_drawn.append(at);
    Q_EMIT repaintNeeded();
}

QJsonObject AnnotationLayer::drawnObject() const
{
    const QPointF from = m_drawn.first(), to = m_drawn.last();
    switch (m_tool) {
    case DrawTool::Pencil: return newPencil(m_drawn, pen());
    case DrawTool::Line: return newLine(from, to, pen());
    case DrawTool::Arrow: return newArrow(from, to, pen());
    case DrawTool::Rectangle: return newRectangle({from, to}, pen());
    case DrawTool::Ellipse: return newEllipse({from, to}, pen());
    default: return {};
    }
}

QPointF AnnotationLayer::toCanvas(const Shown &shown, const QPointF &by) const
{
    return by / std::max(shown.toPicture.m11(), 1e-6);
}

void AnnotationLayer::release()
{
    if (!m_isPressed) return;
    m_isPressed = false;
    if (m_tool == DrawTool::Eraser) {
        const QStringList erased = std::exchange(m_erased, {});
        if (!erased.isEmpty()) m_model.remove(erased, tr("Erase"));
    } else if (m_tool == DrawTool::Select) {
        const auto shown = std::ranges::find(m_shapes, m_selected, &Shown::id);
        const QPointF by = std::exchange(m_movedBy, {});
        if (!m_selected.isEmpty() && shown != m_shapes.end() && !by.isNull())
            m_model.replace(moved(shown->object, toCanvas(*shown, by)), tr("Move drawing"));
    } else if (m_tool == DrawTool::Pencil || m_drawn.size() > 1) {
        m_model.add(m_index, drawnObject(), tr("Draw"));
    }
    m_drawn.clear();
    Q_EMIT repaintNeeded();
}

void AnnotationLayer::cancel()
{
    m_isPressed = false;
    m_drawn.clear();
    m_erased.clear();
    m_movedBy = {};
    Q_EMIT repaintNeeded();
}

void AnnotationLayer::addText(const QPointF &at, const QString &text)
{
    if (!text.trimmed().isEmpty())
        m_model.add(m_index, newText(at, text.trimmed(), textHeight(), pen()), tr("Write text"));
}

void AnnotationLayer::paint(QPainter &painter, const QTransform &pictureToView) const
{
    if (m_opacity <= 0) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paintShape = [&](const Shown &shown, double opacity) {
        const bool isDragged = shown.id == m_selected && !m_movedBy.isNull();
        const QPointF by = isDragged ? m_movedBy : QPointF();
        painter.setOpacity(m_opacity * opacity);
        painter.setTransform(shown.toPicture * QTransform::fromTranslate(by.x(), by.y()) * pictureToView);
        shown.shape.paint(painter);
        if (!m_selected.isEmpty() && shown.id == m_selected) {
            painter.setPen(QPen(Qt::white, 0, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(shown.shape.bounds());
        }
    };
    for (const Shown &shown : m_neighbours) paintShape(shown, 0.3);
    for (const Shown &shown : m_shapes) paintShape(shown, m_erased.contains(shown.id) ? 0.25 : 1);
    const bool drawsShape = m_isPressed && m_tool != DrawTool::Eraser && m_tool != DrawTool::Select;
    if (drawsShape && (m_tool == DrawTool::Pencil || m_drawn.size() > 1)) {
        if (const auto shape = shapeOf(drawnObject())) {
            painter.setOpacity(m_opacity);
            painter.setTransform(pictureToView);
            shape->paint(painter);
        }
    }
    painter.restore();
}

} // namespace callboard::ui
