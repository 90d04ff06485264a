// SPDX-License-Identifier: GPL-3.0-or-later
// The bars of a production's schedule. They come into being when they are first asked for, from today to
// tomorrow; those whose tasks have gone are kept with their values and not shown.
#pragma once

#include "core/api/Operation.h"

namespace callboard::schedule {

api::Response listItems(api::Reading &reading, const api::Request &request);
api::Response listTaskTypeItems(api::Writing &writing, api::Request &request);
api::Response listAssetTypeItems(api::Writing &writing, api::Request &request);
api::Response listSequenceItems(api::Writing &writing, api::Request &request);
api::Response listEpisodeItems(api::Writing &writing, api::Request &request);
api::Response listMilestones(api::Reading &reading, const api::Request &request);

} // namespace callboard::schedule
