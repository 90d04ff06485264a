// SPDX-License-Identifier: GPL-3.0-or-later
// The look that the user chose, kept in the settings for the next start.
#pragma once

#include "ui/theme/Theme.h"

#include <QString>
#include <optional>

namespace callboard::ui {

/// "dark", "light" or "system".
std::optional<Theme::Mode> themeNamed(const QString &name);
/// As it was kept; dark when nothing was.
Theme::Mode keptTheme();
/// Shows it from now on and keeps it.
void chooseTheme(Theme::Mode mode);

} // namespace callboard::ui
