// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRect>
#include <QWidget>

class QPainter;

/// Small marks that delegates and widgets paint alike: priority, task type, spread, cell corners.
namespace callboard::ui {

/// 0 normal (paints nothing), 1 high, 2 very high, 3 emergency: stacked chevrons, 10 wide, at the
/// leading edge and vertical middle. Returns the width taken.
int paintPriority(QPainter &painter, const QRect &where, int priority);
/// "High priority"; empty for 0.
QString priorityName(int priority);

/// The bar of a task type, 3 wide and 14 high, at the leading edge and vertical middle. Returns the
/// width with the gap behind it, after which the name begins.
int paintTaskTypeBar(QPainter &painter, const QRect &where, const QColor &colour, int height = 14);

struct SpreadPart
{
    QColor colour; ///< the chip's text colour
    qreal amount;
};
/// How the tasks of a group spread over the statuses: a bar of 6, 1 px gaps; a part above 0 is never
/// thinner than 2 px.
void paintSpread(QPainter &painter, const QRectF &bar, const QList<SpreadPart> &parts);

/// Unread comments: dot in the top right corner. Unsent change: triangle in the top left corner.
void paintUnreadMark(QPainter &painter, const QRect &cell);
void paintUnsentMark(QPainter &painter, const QRect &cell);

/// The priority as a still widget.
class PriorityMark : public QWidget
{
    Q_OBJECT
public:
    explicit PriorityMark(int priority = 0, QWidget *parent = nullptr);
    void setPriority(int priority);
    QSize sizeHint() const override { return {12, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_priority = 0;
};

/// The spread with its percentage in words behind it.
class SpreadBar : public QWidget
{
    Q_OBJECT
public:
    explicit SpreadBar(QWidget *parent = nullptr);
    void setSpread(const QList<SpreadPart> &parts, const QString &words);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<SpreadPart> m_parts;
    QString m_words;
};

/// A task type's bar and name.
class TaskTypeLabel : public QWidget
{
    Q_OBJECT
public:
    explicit TaskTypeLabel(QWidget *parent = nullptr);
    void setTaskType(const QString &name, const QColor &colour);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QColor m_colour;
};

} // namespace callboard::ui
