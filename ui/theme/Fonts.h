// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace callboard::ui {

enum class TextRole {
    AppName,    ///< 22/26 semibold
    Section,    ///< 16/24 semibold
    PanelTitle, ///< 14/20 semibold
    Base,       ///< 13/20
    Secondary,  ///< 12/16
    Small,      ///< 11/16: chips, counts, rail labels; the smallest
    Mono,       ///< JetBrains Mono 12: queries, frames, timecode, addresses
    FrameCount, ///< JetBrains Mono 15 semibold: the big frame counter
};

/// Weights used by the window: 400, 500 and 600, no others.
QFont textFont(TextRole role);
QFont textFont(TextRole role, QFont::Weight weight);

/// Height of a line of that text, in logical pixels.
int lineHeight(TextRole role);

/// Text size of the user, 1.0 to 1.5; heights of controls grow with it.
double textScale();
void setTextScale(double scale);

/// Reads the families. Call once, after the application object is there.
void loadFonts();

} // namespace callboard::ui
