// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace callboard::ui {

enum class Appearance { Dark, Light };

/// Every colour of the window by its role, as a value. The numbers are those of the design language;
/// nothing outside this type names a colour of the window.
struct Palette
{
    Appearance appearance = Appearance::Dark;

    QColor field; ///< inputs
    QColor bg0;   ///< wells, tracks, pressed
    QColor bg1;   ///< rail, panels, bars
    QColor bg2;   ///< content
    QColor bg3;   ///< headers, controls, hovered rows
    QColor bg4;   ///< hovered controls, active tabs of the rail, waiting pictures
    QColor line;  ///< separators
    QColor line2; ///< control borders

    QColor text;
    QColor text2;      ///< secondary
    QColor text3;      ///< hints; never on sel
    QColor accent;     ///< selection, focus, the primary action, progress, now
    QColor onAccent;   ///< text on accent
    QColor accentText; ///< links and matches

    QColor sel;    ///< selected cells
    QColor selRow; ///< heads and names of selected cells, chosen rows
    QColor warn;
    QColor bad;
    QColor ok;

    QColor newRow; ///< row tints of an import's preview
    QColor changedRow;
    QColor errorRow;
    QColor newValue; ///< the new value beside a struck-through old one

    QColor rim; ///< flat translucent rim around floating things
    QColor dim; ///< laid over the window below a sheet

    bool isDark() const { return appearance == Appearance::Dark; }
    /// text3 at 60 %: the text of what is disabled.
    QColor disabledText() const;
    /// The same roles for Qt's own painting.
    QPalette toQPalette() const;

    static const Palette &dark();
    static const Palette &light();
    static const Palette &of(Appearance appearance);
    /// Lines become as strong as hints.
    static Palette highContrast(Palette palette);

    bool operator==(const Palette &) const = default;
};

/// What stays the same in both themes.
namespace fixedColours {
inline constexpr QRgb reviewSurround = 0xff1e1e1e;
inline constexpr QRgb reviewGrey = 0xff777777;
inline constexpr QRgb laser = 0xffff4fa0;
inline constexpr QRgb pens[] = {0xffff5d6c, 0xffffd23f, 0xff6fe0a0, 0xff5fb4ff, 0xffffffff, 0xff111111};
} // namespace fixedColours

} // namespace callboard::ui
