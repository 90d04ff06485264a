// SPDX-License-Identifier: GPL-3.0-or-later
// Callboard's mark: a board with its notes.
#pragma once

#include <QIcon>
#include <QRectF>

class QPainter;

namespace callboard::ui {

/// 38 × 32 at its usual size; keeps these proportions within the box.
void paintEmblem(QPainter &painter, const QRectF &box);
/// For the window and its place among other programs.
QIcon emblemIcon();

} // namespace callboard::ui
