// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/breakdown/InstanceHooks.h"

#include "core/records/Reach.h"

namespace callboard::breakdown::hooks {

using namespace access;
using namespace records;

void keepInstanceInReach(api::Writing &writing, const Json &row, Input &input)
{
    input.columns.erase("number"); // counted once, when the instance is made
    for (const char *column : {"asset_id", "scene_id", "target_asset_id", "entity_id"})
        requireManaged(writing, row, input, column, "entity");
}

} // namespace callboard::breakdown::hooks
