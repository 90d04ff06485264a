// SPDX-License-Identifier: GPL-3.0-or-later
// An edit of a spreadsheet's cell as requests to the studio, and back: what a request that waits would change.
#pragma once

#include "ui/outbox/WaitingChange.h"
#include "ui/spreadsheet/SheetModel.h"

namespace callboard::ui {

class StudioDirectory;

/// The requests that carry out an edit of one cell, in their order, from what the cell holds now. Empty: there is no
/// task, nothing differs, or that column is not edited in place.
QList<Change> changesFor(const CellEdit &oneCell, const SheetModel &model, const StudioDirectory &directory);

/// What a change does to the row of an entity, or to the cell of a task, whose identifier is the change's subject.
QList<CellEdit> editsOf(const Change &change, const CellAddress &subject, const SheetModel &model);

} // namespace callboard::ui
