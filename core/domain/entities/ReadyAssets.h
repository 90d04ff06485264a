// SPDX-License-Identifier: GPL-3.0-or-later
// How many of the assets that are cast in an entity are ready for each of its tasks: told with the tasks, and counted
// again whenever a casting, an asset's "ready for" or a priority changes.
#pragma once

#include "core/api/Operation.h"

#include <set>
#include <string>
#include <vector>

namespace callboard::entities {

/// Counts again how many cast assets are ready for each task that fulfils the condition over the table `t`
/// (task), and tells those that changed.
void countReadyAssets(api::Writing &writing, const std::string &condition, const std::vector<store::Value> &values);
/// The same for the tasks of these entities.
void countReadyAssetsOf(api::Writing &writing, const std::set<std::string> &entityIds);
/// After an asset's ready_for has changed: the tasks of all it is cast in.
void countReadyAssetsAround(api::Writing &writing, const std::string &assetId);

} // namespace callboard::entities
