// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of productions as records. Each runs at the moment of core/records/Model.h whose signature it has; what it
// throws refuses the change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::production::hooks {

using records::Condition;
using records::Input;

void fillProjectDefaults(api::Writing &writing, Json &body);
void checkNewProject(api::Writing &writing, Input &input);
/// The types and statuses of a production may be replaced as lists; its team and automations have routes of their own.
void checkProjectChange(api::Writing &writing, const Json &row, Input &input);
/// A series begins with its first episode.
void startProject(api::Writing &writing, const Json &row);
/// A style that is taken away is the usual one again.
void readProjectChange(api::Writing &writing, Json &body);
/// What becomes a series and has no episode gets its first.
void continueProject(api::Writing &writing, const Json &before, const Json &row);
void tellStatusName(const api::Reading &reading, Json &told);
void tellFirstEpisode(const api::Reading &reading, Json &told);
/// Tasks, entities or playlists.
bool hasContent(const api::Reading &reading, const std::string &projectId);
/// Only a closed production goes, and one with content only when forced.
void removeProject(api::Writing &writing, const Json &row, bool isForced);
/// A kind of value that is left out is none yet; one that is null is refused.
void refuseNullDataType(api::Writing &writing, Json &body);

} // namespace callboard::production::hooks
