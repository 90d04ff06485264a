// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of job and what carries it out: the one place that lists them.
#pragma once

#include "core/jobs/Running.h"

namespace callboard::jobs {

/// The studio's own kinds, and those that the program adds.
std::shared_ptr<const Kinds> makeKinds(std::map<std::string, Kind> added);

} // namespace callboard::jobs
