// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the generic routes: who may read, make, change and delete single records. The record is named by
// {instance_id}; what it belongs to decides (core/access/Belonging.h).
#pragma once

#include "core/access/Rules.h"

#include <string>

namespace callboard::access {

/// Which members of a team; admins always may.
enum class Members { All, NotVendors, Staff, Leaders, Managers };

/// Members of the team of the record's production; `parameter` is the path value that names the record (malformed
/// ones are 404 unless it is the generic routes' own).
Access membersOfRecord(std::string table, Members members, std::string parameter = "instance_id");
/// Members of the team; vendors only where they have a task of theirs.
Access readersOfRecord(std::string table);
/// Members of the team of the production that `member` of the request's body names; admins pass over to the
/// checks of the values.
Access membersOfBody(std::string member, Members members);
/// The record's person (column person_id), and admins.
Access ownerOfRecord(std::string table);

/// True when the caller belongs to these members of the production's team.
bool isMember(const Reading &reading, std::string_view projectId, Members members);
/// Throws 403 unless isMember(). An empty production is open to admins alone.
void requireMember(const Reading &reading, std::string_view projectId, Members members);

} // namespace callboard::access
