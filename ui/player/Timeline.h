// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/FrameCache.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace callboard::ui {

/// Something on the timeline: a drawing or a note on one frame, or on several.
struct TimelineMark
{
    FrameRange frames;
    QColor colour;
    QString name; ///< for the tooltip
    bool operator==(const TimelineMark &) const = default;
};

/// The movie's frames from left to right: numbers, in and out, marks, what is decoded, where we are.
/// Frames are 0-based; numbers shown begin at the shot's own first.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(QWidget *parent = nullptr);

    void setFrameCount(int count);
    void setFirstNumber(int number);
    void setFrame(int frame);
    /// Nothing marks the movie's own begin or end.
    void setInOut(std::optional<int> in, std::optional<int> out);
    void setMarks(std::vector<TimelineMark> marks);
    void setCached(std::vector<FrameRange> ranges);
    /// Without numbers, 26 high; else 58.
    void setCompact(bool isCompact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void scrubBegan();
    void frameWanted(int frame);
    void inWanted(int frame);
    void outWanted(int frame);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag { None, Playhead, In, Out };
    struct Rows; ///< where the parts lie from top to bottom
    Rows rows() const;
    QRectF track() const;
    double perFrame() const;
    double xOf(double frame) const;
    double middleOf(int frame) const { return xOf(frame + 0.5); }
    int frameAtX(double x) const;
    Drag dragAt(const QPointF &position) const;
    void dragTo(double x);

    void paintTicks(QPainter &painter) const;
    void paintInOut(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintCache(QPainter &painter) const;
    void paintPlayhead(QPainter &painter) const;

    int m_count = 1;
    int m_firstNumber = 1;
    int m_frame = 0;
    std::optional<int> m_in, m_out;
    std::vector<TimelineMark> m_marks;
    std::vector<FrameRange> m_cached;
    bool m_isCompact = false;
    Drag m_drag = Drag::None;
};

} // namespace callboard::ui
