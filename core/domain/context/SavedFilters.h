// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that people keep, alone or in groups, for themselves or shared with a production by its managers.
// A filter is shared as its group is.
#pragma once

#include "core/api/Operation.h"

namespace callboard::context {

api::Response listFilters(api::Reading &reading, const api::Request &request);
api::Response createFilter(api::Writing &writing, api::Request &request);
api::Response updateFilter(api::Writing &writing, api::Request &request);
api::Response removeFilter(api::Writing &writing, api::Request &request);

api::Response listFilterGroups(api::Reading &reading, const api::Request &request);
api::Response createFilterGroup(api::Writing &writing, api::Request &request);
api::Response showFilterGroup(api::Reading &reading, const api::Request &request);
api::Response updateFilterGroup(api::Writing &writing, api::Request &request);
api::Response removeFilterGroup(api::Writing &writing, api::Request &request);

/// What the caller sees of the table "search_filter" or "search_filter_group": the own ones and those shared in
/// their productions and departments, by list and production ("all" for none).
Json visibleFilters(api::Reading &reading, const std::string &table);

} // namespace callboard::context
