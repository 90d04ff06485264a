// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entities/EntityTypeHooks.h"

#include "core/records/Record.h"

namespace callboard::entities::hooks {

using namespace access;
using namespace records;

void refuseTakenEntityTypeName(api::Writing &writing, Input &input)
{
    auto same = writing.database.query(
        "SELECT 1 FROM entity_type WHERE " + store::fragment::folded("name") + " = " + store::fragment::folded("?"),
        input.text("name"));
    if (same.next()) throw api::badRequest("An entity type of this name exists already.");
}

} // namespace callboard::entities::hooks
