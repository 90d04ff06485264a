// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that bring a production from what it is to what a draft says.
#pragma once

#include "ui/gateway/RequestRun.h"
#include "ui/production/ProductionDraft.h"

namespace callboard::ui {

/// Name, code, type, style, pictures and dates, where they differ: one request, or none.
std::vector<RunStep> stepsToChangeBasics(const DirectoryProduction &production, const ProductionDraft &draft);
/// Task types and their order, statuses, asset types and team, where they differ: one request each.
std::vector<RunStep> stepsToChangeChoices(
    const DirectoryProduction &production, const ProductionDraft &draft, const StudioDirectory &directory);

} // namespace callboard::ui
