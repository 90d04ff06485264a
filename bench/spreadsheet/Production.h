// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up productions for measuring and for looking at the spreadsheet.
#pragma once

#include "ui/spreadsheet/SheetModel.h"

namespace callboard::ui {

SheetSubject lighthouseSubject();
std::vector<EntityRow> lighthouseShots(); // as many as a screen shows
// 10,000 shots × 5 task types and the like, always the same.
std::vector<EntityRow> manyShots(int shots, int sequences);

} // namespace callboard::ui
