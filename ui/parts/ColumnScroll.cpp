// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/ColumnScroll.h"

namespace callboard::ui {

ColumnScroll::ColumnScroll(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace callboard::ui
