// SPDX-License-Identifier: GPL-3.0-or-later
// What a day of work costs by department, position and seniority. Reading makes the rows that lack.
#pragma once

#include "core/records/Model.h"

namespace callboard::people {

api::Response listSalaryScales(api::Writing &writing, api::Request &request);

/// A department has one scale for a position and seniority: 400 for a new one beside it.
void refuseTakenStep(api::Writing &writing, records::Input &input);

} // namespace callboard::people
