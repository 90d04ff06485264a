// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

/// Sizes of the window in logical pixels, on a grid of 4.
namespace callboard::ui::metrics {

inline constexpr int topBar = 48, filterBar = 44, savedFiltersBar = 36, columnHeader = 34, groupRow = 30;
inline constexpr int bulkBar = 48, statusBar = 26;
inline constexpr int rail = 74, railNarrow = 48;
inline constexpr int taskPanel = 396, taskPanelMin = 320, taskPanelMax = 560;
inline constexpr int panelPadding = 12;

inline constexpr int chip = 20, chipLarge = 24;
inline constexpr int controlSmall = 24, control = 28, controlLarge = 32;

inline constexpr int pictureRadius = 3, chipRadius = 4, controlRadius = 5, cardRadius = 6, paletteRadius = 8;
inline constexpr int rim = 6; ///< flat translucent rim around floating things

inline constexpr int icon = 16, railIcon = 20, inlineIcon = 14, smallIcon = 13, emptyIcon = 40;
inline constexpr int avatar = 20, avatarOverlap = 6;
inline constexpr int taskTypeBarWidth = 3, taskTypeBarHeight = 14;

inline constexpr int railToIcons = 1440;   ///< window width below which the rail shows icons only
inline constexpr int panelToDrawer = 1280; ///< content width below which side panels lie over the content

/// The four steps of the size slider: one height for all rows of a table.
enum class Density { Compact, Normal, Large, Pictures };

struct RowSize
{
    int height;
    QSize picture;
    int lines; ///< of text beside the picture
};

constexpr RowSize rowSize(Density density)
{
    switch (density) {
    case Density::Compact: return {28, {40, 22}, 1};
    case Density::Normal: return {44, {64, 36}, 2};
    case Density::Large: return {64, {96, 54}, 2};
    case Density::Pictures: break;
    }
    return {100, {160, 90}, 2};
}

} // namespace callboard::ui::metrics
