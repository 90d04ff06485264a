// SPDX-License-Identifier: GPL-3.0-or-later
// Plans beside the present one: a version holds dates, estimation and people for each task of a production.
#pragma once

#include "core/api/Operation.h"

namespace callboard::schedule {

/// ?task_type_id= and ?relations=true
api::Response listVersionLinks(api::Reading &reading, const api::Request &request);
/// The present dates of all tasks of the production; links that are there already are renewed.
api::Response copyFromProduction(api::Writing &writing, api::Request &request);
/// The links of another version of the same production.
api::Response copyFromVersion(api::Writing &writing, api::Request &request);
/// Sets dates and estimation of the tasks, locks the version; the production remembers where it came from.
api::Response applyVersion(api::Writing &writing, api::Request &request);

} // namespace callboard::schedule
