// SPDX-License-Identifier: GPL-3.0-or-later
// The generic create, read, update, delete and list routes of every table.
#pragma once

#include "core/records/Models.h"

namespace callboard::records {

/// The routes refer to `models`, which must outlive them.
api::Routes recordRoutes(const Models &models);

} // namespace callboard::records
