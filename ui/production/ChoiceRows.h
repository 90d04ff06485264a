// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of things that a production uses or not, in an order that can be changed by hand: task types, statuses.
// Space ticks, Alt+Up and Alt+Down move, a drag shows where it would land and says it.
#pragma once

#include "ui/parts/Status.h"

#include <QWidget>

#include <optional>

namespace callboard::ui {

struct ChoiceRow
{
    QString id;
    QString group; // rows of a group stand together; orders are within the group
    QString text;
    QString detail; // at the end
    QColor bar;     // of a task type
    std::optional<StatusLook> status;
    bool isChosen = false;
};

class ChoiceRows final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceRows(QWidget *parent = nullptr);

    /// Groups must follow each other. Shows heads when there is more than one group, or `heads`.
    void setRows(const QList<ChoiceRow> &rows);
    const QList<ChoiceRow> &rows() const { return m_rows; }
    QStringList chosen() const;
    void setOrderable(bool on) { m_isOrderable = on; }
    void setTickable(bool on) { m_isTickable = on; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row was ticked, unticked or moved by hand.
    void ticked(const QString &id, bool isChosen);
    void moved(const QString &id);
    void changed();
    /// Enter or a double click.
    void activated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect rowRect(int row) const;
    int rowAt(const QPoint &point) const;
    bool hasHeads() const;
    void tick(int row);
    /// Puts the row before another of its group; `before` may be one behind the group's last.
    void moveRow(int row, int before);
    int landing(int row, int y) const;
    void paintRow(QPainter &painter, int row, const QRect &where, bool isLifted) const;
    void paintHead(QPainter &painter, int firstRow) const;
    QString landingWords(int row, int before) const;
    void announce();

    QList<ChoiceRow> m_rows;
    bool m_isOrderable = true;
    bool m_isTickable = true;
    int m_current = 0;
    int m_hovered = -1;
    int m_pressed = -1;
    QPoint m_pressedAt;
    bool m_isDragging = false;
    int m_dragY = 0;
};

} // namespace callboard::ui
