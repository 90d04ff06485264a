// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointer>
#include <QTransform>
#include <QWidget>

class QLineEdit;

namespace callboard::ui {

class AnnotationLayer;

enum class Comparison { None, Wipe, SideBySide };

/// One of the pictures in view. Size is that of the medium; the image may have another.
struct ViewedPicture
{
    QImage image;
    QSize size;
    QString label; ///< shown on it when two are compared
};

/// Shows a picture at the largest fit, or zoomed and moved, with its drawings; or two pictures, divided
/// by a line that can be dragged or side by side.
class PlayerView : public QWidget
{
    Q_OBJECT
public:
    explicit PlayerView(AnnotationLayer &layer, QWidget *parent = nullptr);

    /// The picture that is reviewed, and drawn on.
    void setPicture(const ViewedPicture &picture);
    /// The one it is compared with: left of the line, or on the left.
    void setCompared(const ViewedPicture &picture);
    void setComparison(Comparison comparison);
    Comparison comparison() const { return m_comparison; }

    /// A sentence in place of a picture, or over it when there is one.
    void setMessage(const QString &message, bool isFault);
    /// Small words on the picture's upper edge, such as "v3 · 1920 × 1080" and "2 notes on frame".
    void setBadges(const QString &left, const QString &right);
    void setSurround(const QColor &colour);
    QColor surround() const { return m_surround; }
    /// While playing, pictures are scaled quickly rather than finely.
    void setMoving(bool isMoving);

    double zoom() const { return m_zoom; }
    void zoomAt(const QPointF &position, double factor);
    void resetZoom();
    /// Picture pixels to widget.
    QTransform pictureToView() const;
    QRectF pictureRect() const;

    QSize minimumSizeHint() const override { return {160, 90}; }
    QSize sizeHint() const override { return {640, 360}; }

Q_SIGNALS:
    /// The picture is dragged without a tool: by so many pixels since the press.
    void scrubBegan();
    void scrubbed(int pixels, bool bySingleFrames);
    void zoomChanged();
    void wipeMoved(double share);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    enum class Drag { None, Scrub, Pan, Wipe, Draw };
    QRectF fitted(const QSize &size, const QRectF &area) const;
    QRectF areaOf(bool isCompared) const;
    QRectF rectOf(const ViewedPicture &picture, const QRectF &area) const;
    double wipeX() const;
    bool isOverWipe(const QPointF &position) const;
    QPointF toPicture(const QPointF &position) const;
    double screenUnit() const;
    void updateCursor(const QPointF &position);
    void editText(const QPointF &at);

    void paintPictures(QPainter &painter);
    void paintImage(
        QPainter &painter, const ViewedPicture &picture, const QRectF &where, QImage &scaled, qint64 &scaledKey);
    void paintWipe(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    void paintBadge(
        QPainter &painter, const QString &text, const QRectF &inside, Qt::Alignment side, const QColor &colour) const;
    void paintMessage(QPainter &painter) const;

    AnnotationLayer &m_layer;
    ViewedPicture m_picture, m_compared;
    Comparison m_comparison = Comparison::None;
    QString m_message;
    bool m_messageIsFault = false;
    QString m_leftBadge, m_rightBadge;
    QColor m_surround;
    bool m_isMoving = false;
    double m_zoom = 1;
    QPointF m_pan;       ///< of the picture's middle from the view's, in widget pixels
    double m_wipe = 0.5; ///< share of the picture's width
    Drag m_drag = Drag::None;
    QPointF m_pressedAt, m_panAtPress;
    QPointer<QLineEdit> m_textEditor;
    // The finely scaled pictures of the last painting, with the image they were made of.
    QImage m_scaled, m_scaledCompared;
    qint64 m_scaledKey = 0, m_scaledComparedKey = 0;
};

} // namespace callboard::ui
