// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace callboard::ui {

/// Family under which the copies of Inter with figures of one width are known, once loaded.
QString tabularFamily();

/// The font with its tabular figures always on and under the tabular family's name. Empty when the
/// file is no OpenType font or has no such figures.
///
/// Qt 6.4 cannot ask a font for a feature (6.7 can). So the feature's tag "tnum" is written as
/// "rclt", which every text shaper applies unasked. Layout: the OpenType specification, chapters
/// "OpenType font file", "GSUB" and "name".
QByteArray withTabularFigures(QByteArray font);

/// Loads Inter's three weights so, from where the system keeps its fonts. Without them the plain
/// family is used.
void loadTabularInter();

} // namespace callboard::ui
