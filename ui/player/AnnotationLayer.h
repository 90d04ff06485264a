// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/AnnotationModel.h"
#include "ui/player/AnnotationShape.h"
#include "ui/player/AnnotationWriting.h"
#include "ui/player/DrawTool.h"

#include <QPolygonF>

class QPainter;

namespace callboard::ui {

/// Drawings as they lie over the picture: paints those of the frame and turns pen strokes into edits of
/// the model. Positions are in pixels of the picture; `unit` is one pixel of the screen in those.
class AnnotationLayer : public QObject
{
    Q_OBJECT
public:
    explicit AnnotationLayer(AnnotationModel &model, QObject *parent = nullptr);

    AnnotationModel &model() { return m_model; }
    void setPicture(const QSizeF &size);
    void setFrame(qint64 index);
    void setAuthor(const QString &personId) { m_author = personId; }

    DrawTool tool() const { return m_tool; }
    void setTool(DrawTool tool);
    QColor colour() const { return m_colour; }
    void setColour(const QColor &colour);
    /// In pixels of a picture 1280 wide, so a line is as strong on every revision.
    int penWidth() const { return m_penWidth; }
    void setPenWidth(int pixels);
    double opacity() const { return m_opacity; }
    void setOpacity(double opacity);
    /// Also show the drawings of the frames beside, faintly.
    bool showsNeighbours() const { return m_showsNeighbours; }
    void setShowsNeighbours(bool on);

    int countOnFrame() const { return int(m_shapes.size()); }
    bool isDrawing() const { return m_isPressed; }
    QString selected() const { return m_selected; }
    void deleteSelected();
    void deleteAllOnFrame();
    void copySelected();
    void paste();

    void paint(QPainter &painter, const QTransform &pictureToView) const;
    void press(const QPointF &at, double unit);
    void move(const QPointF &at, double unit, Qt::KeyboardModifiers modifiers);
    void release();
    void cancel();
    void addText(const QPointF &at, const QString &text);
    /// Height of new text in pixels of the picture.
    double textHeight() const;

Q_SIGNALS:
    void repaintNeeded();
    /// Tool, colour, width or selection are others.
    void stateChanged();
    /// Text is to be typed there.
    void textWanted(const QPointF &at);

private:
    struct Shown
    {
        QString id;
        QJsonObject object;
        AnnotationShape shape;
        QTransform toPicture;
    };
    void reload();
    std::vector<Shown> shapesAt(qint64 index) const;
    const Shown *shapeUnder(const QPointF &at, double unit) const;
    void select(const QString &id);
    void eraseUnder(const QPointF &at, double unit);
    Pen pen() const;
    QJsonObject drawnObject() const;
    QPointF toCanvas(const Shown &shown, const QPointF &by) const;

    AnnotationModel &m_model;
    QSizeF m_picture{1920, 1080};
    qint64 m_index = 0;
    QString m_author;
    DrawTool m_tool = DrawTool::None;
    QColor m_colour{0xff, 0x5d, 0x6c};
    int m_penWidth = 5;
    double m_opacity = 1;
    bool m_showsNeighbours = false;
    std::vector<Shown> m_shapes;
    std::vector<Shown> m_neighbours;
    QString m_selected;
    QJsonObject m_copied;

    bool m_isPressed = false;
    QPolygonF m_drawn;    ///< of the stroke under way
    QPointF m_movedBy;    ///< of the selection being dragged
    QStringList m_erased; ///< by the stroke under way; one step of undo
};

} // namespace callboard::ui
