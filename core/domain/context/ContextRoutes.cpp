// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/context/ContextRoutes.h"

#include "core/access/Rules.h"
#include "core/domain/context/Context.h"
#include "core/domain/context/SavedFilters.h"

namespace callboard::context {

api::Routes contextRoutes()
{
    using enum api::Verb;
    return {
        {Get, "/data/user/context", access::signedIn(), showContext},

        {Get, "/data/user/filters", access::signedIn(), listFilters},
        {Post, "/data/user/filters", access::signedIn(), createFilter},
        {Put, "/data/user/filters/{filter_id}", access::signedIn(), updateFilter},
        {Delete, "/data/user/filters/{filter_id}", access::signedIn(), removeFilter},
        {Get, "/data/user/filter-groups", access::signedIn(), listFilterGroups},
        {Post, "/data/user/filter-groups", access::signedIn(), createFilterGroup},
        {Get, "/data/user/filter-groups/{filter_group_id}", access::signedIn(), showFilterGroup},
        {Put, "/data/user/filter-groups/{filter_group_id}", access::signedIn(), updateFilterGroup},
        {Delete, "/data/user/filter-groups/{filter_group_id}", access::signedIn(), removeFilterGroup},
    };
}

} // namespace callboard::context
