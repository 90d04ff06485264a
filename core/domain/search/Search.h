// SPDX-License-Identifier: GPL-3.0-or-later
// Finding assets, shots and people by words of their names, descriptions and metadata.
#pragma once

#include "core/api/Operation.h"

namespace callboard::search {

/// POST /data/search {query, project_id, limit, offset, index_names}: a list for each index. Only what the
/// caller may see, of open productions; a query of less than three letters finds nothing.
api::Response searchStudio(api::Reading &reading, const api::Request &request);

} // namespace callboard::search
