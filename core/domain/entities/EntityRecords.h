// SPDX-License-Identifier: GPL-3.0-or-later
// Entities of any kind as records: /data/entities, and PUT /data/shots/{id}. The former merges an entity's data,
// the latter replaces it.
#pragma once

#include "core/api/Operation.h"

namespace callboard::entities {

api::Response listEntityRecords(api::Reading &reading, const api::Request &request);
api::Response readEntityRecord(api::Reading &reading, const api::Request &request);
api::Response createEntityRecord(api::Writing &writing, api::Request &request);
api::Response changeEntityRecord(api::Writing &writing, api::Request &request);
api::Response changeShot(api::Writing &writing, api::Request &request);

} // namespace callboard::entities
