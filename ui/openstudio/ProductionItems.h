// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/Picker.h"

namespace callboard::ui {

class StudioDirectory;

/// The open productions that the person knows, for a picker, in the directory's order.
QList<PickerItem> productionItems(const StudioDirectory &directory);

} // namespace callboard::ui
