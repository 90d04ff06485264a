// SPDX-License-Identifier: GPL-3.0-or-later
// From the studio's lists of shots or assets with their tasks (up to 35 MB of JSON) to the spreadsheet's rows,
// without a tree in between. Runs on any thread.
#pragma once

#include "ui/spreadsheet/SheetValues.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace callboard::ui {

enum class EntityKind { Shot, Asset };

/// Rows in batches as they are read; return false to stop.
using TakeRows = std::function<bool(std::vector<EntityRow> &&)>;

/// Reads the answer of /data/shots/with-tasks or /data/assets/with-tasks. Throws std::runtime_error when the
/// text is no such list.
void parseEntities(QByteArray json, EntityKind kind, std::size_t batch, const TakeRows &take);

} // namespace callboard::ui
