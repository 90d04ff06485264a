// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QPainter;

namespace callboard::ui {

/// Keys drawn as caps, those that are pressed together on one: "Ctrl Shift P". Two spaces part caps: "↑  ↓" gives two.
/// 18 high, text 11.
int keyCapsWidth(const QString &keys);
/// From the leading edge of the rectangle, vertically centred.
void paintKeyCaps(QPainter &painter, const QRect &where, const QString &keys, const QColor &text, const QColor &line);

} // namespace callboard::ui
