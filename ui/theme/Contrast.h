// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace callboard::ui {

/// Relative luminance of WCAG 2, 0 (black) to 1 (white); alpha is not looked at.
double luminance(const QColor &colour);

/// WCAG contrast of two opaque colours, 1 to 21.
double contrast(const QColor &first, const QColor &second);

} // namespace callboard::ui
