// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses rows of a SheetModel. Rows are the model's own, not the lines on screen.
#pragma once

namespace callboard::ui {

class RowFilter
{
public:
    virtual ~RowFilter() = default;
    virtual bool accepts(int row) const = 0;
};

} // namespace callboard::ui
