// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Palette.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

/// The program's icons, recoloured when drawn and cached per colour, size and device pixel ratio.
/// Names are those of the files in resources/icons, status glyphs are "status/wip".
namespace callboard::ui::icons {

/// A picture of size × size logical pixels. An unknown name is a fault of the program: it warns and
/// gives an empty picture.
QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

/// Draws the icon into the rectangle's middle, as large as its shorter side.
void paint(QPainter &painter, const QString &name, const QRectF &where, const QColor &colour);

/// An icon for buttons and menus that follows the theme: text2, text when hovered or chosen, dimmed
/// when disabled.
QIcon icon(const QString &name);

/// The same always in one role of the palette, such as `&Palette::warn`.
QIcon icon(const QString &name, QColor Palette::*role);

QStringList names();

/// Whether there is an icon of that name.
bool has(const QString &name);

} // namespace callboard::ui::icons
