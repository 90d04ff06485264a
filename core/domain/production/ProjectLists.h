// SPDX-License-Identifier: GPL-3.0-or-later
// The productions that a person works in, with all that a client needs to show them.
#pragma once

#include "core/api/Operation.h"

#include <string>

namespace callboard::production {

/// Open productions of the caller's teams (all open ones for admins); ?name= takes one of that name.
api::Response listOpenProjects(api::Reading &reading, const api::Request &request);
/// All productions of the caller's teams, closed ones too, in short.
api::Response listAllProjects(api::Reading &reading, const api::Request &request);

/// Writes the array of the open productions with descriptors, priorities and first episode: six statements.
void writeOpenProjects(api::JsonWriter &writer, const api::Reading &reading, const std::string &name = {});

} // namespace callboard::production
