// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/context/ContextModels.h"

#include "core/records/UsualModels.h"

namespace callboard::context {

std::vector<records::Model> contextModels()
{
    using namespace records;
    return {closed("/data/search-filters", "search_filter"), closed("/data/search-filter-groups", "search_filter_group")};
}

} // namespace callboard::context
