// SPDX-License-Identifier: GPL-3.0-or-later
// What a day of work costs by department, position and seniority. Reading makes the rows that lack.
#pragma once

#include "core/api/Operation.h"

namespace callboard::people {

api::Response listSalaryScales(api::Writing &writing, api::Request &request);

} // namespace callboard::people
