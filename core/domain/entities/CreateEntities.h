// SPDX-License-Identifier: GPL-3.0-or-later
// POST /data/projects/{project_id}/shots and the like. Values come as JSON, form or query.
#pragma once

#include "core/api/Operation.h"

namespace callboard::entities {

api::Response createAsset(api::Writing &writing, api::Request &request);
api::Response createSequence(api::Writing &writing, api::Request &request);
api::Response createShot(api::Writing &writing, api::Request &request);
api::Response createScene(api::Writing &writing, api::Request &request);
api::Response createEpisode(api::Writing &writing, api::Request &request);
api::Response createEdit(api::Writing &writing, api::Request &request);
api::Response createConcept(api::Writing &writing, api::Request &request);

} // namespace callboard::entities
