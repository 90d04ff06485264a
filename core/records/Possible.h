// SPDX-License-Identifier: GPL-3.0-or-later
// Values that no row can have, whichever route or import writes it: asked where rows are written
// (core/records/Record.cpp and ManyRows.cpp).
#pragma once

#include "core/base/Json.h"
#include "core/store/schema/Table.h"

#include <string>

namespace callboard::records {

/// Throws 400 with the reason when one of the columns holds what cannot be. `id`: the row, when it is there already.
void requirePossible(const schema::Table &table, const Json &columns, const std::string &id = {});

} // namespace callboard::records
