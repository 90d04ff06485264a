// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the window, with the page of each. A new page is one line here.
#pragma once

#include "ui/navigation/Section.h"

#include <span>

namespace callboard::ui {

/// In the order of the rail.
std::span<const Section> sections();
const Section *sectionNamed(const QString &id);

} // namespace callboard::ui
