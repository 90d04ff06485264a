// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Status.h"
#include "ui/theme/Metrics.h"

#include <QAbstractButton>

class QPainter;

namespace callboard::ui {

struct ChipOptions
{
    int height = metrics::chip; ///< metrics::chipLarge in composers
    bool withArrow = false;     ///< opens a list
};

/// Size of the chip as painted, in logical pixels.
QSize chipSize(const StatusLook &status, const ChipOptions &options = {});

/// Paints the chip with its left edge and vertical middle in the rectangle; for delegates: the whole
/// chip is one cached picture. Returns the rectangle that it took. A right-to-left painter puts it at
/// the right edge.
QRect paintChip(QPainter &painter, const QRect &where, const StatusLook &status, const ChipOptions &options = {});

/// The glyph alone in the chip's text colour, centred: minimised columns, board heads, strips.
void paintStatusGlyph(QPainter &painter, const QRectF &where, const StatusLook &status, int size = 12);

/// A chip as a control: still without an action, a button when clickable.
class StatusChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatusChip(QWidget *parent = nullptr);
    explicit StatusChip(StatusLook status, QWidget *parent = nullptr);

    const StatusLook &status() const { return m_status; }
    void setStatus(const StatusLook &status);

    /// Takes clicks and the focus, shows an arrow and a larger chip.
    void setClickable(bool on);
    void setOptions(const ChipOptions &options);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusLook m_status;
    ChipOptions m_options;
};

} // namespace callboard::ui
