// SPDX-License-Identifier: GPL-3.0-or-later
// Records stay in productions that the caller manages.
#pragma once

#include "core/api/Operation.h"
#include "core/records/Validation.h"

namespace callboard::records {

/// Whoever moves `row` to another row of `table`, named by `column`, must manage that one's production too. Throws 403.
void requireManaged(
    const api::Reading &reading, const Json &row, const Input &input, const char *column, const char *table);
/// A record never moves into a production (column project_id) that the caller does not manage. Throws 403.
void keepInOwnProductions(api::Writing &writing, const Json &row, Input &input);

} // namespace callboard::records
