// SPDX-License-Identifier: GPL-3.0-or-later
// How far the shots of a series are, by episode and task type, each with "all" of them together. Vendors are told
// of their own tasks.
#pragma once

#include "core/api/Operation.h"

namespace callboard::production {

/// Shots, frames and drawings by status.
api::Response readEpisodeStatistics(api::Reading &reading, const api::Request &request);
/// The same by done, retake and other: now, and for each episode after each take.
api::Response readRetakeStatistics(api::Reading &reading, const api::Request &request);

} // namespace callboard::production
