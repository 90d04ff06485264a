// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace callboard::ui {

/// What the pointer does on the picture.
enum class DrawTool { None, Select, Pencil, Line, Arrow, Rectangle, Ellipse, Text, Eraser };

} // namespace callboard::ui
