// SPDX-License-Identifier: GPL-3.0-or-later
// "@Ari Artist" and "@Animation" in the text of comments and replies: members of the production's team and
// departments, written in full and followed by white space or the end.
#pragma once

#include "core/api/Operation.h"

#include <set>
#include <string>

namespace callboard::tasks {

struct Mentions
{
    std::set<std::string> people; // by name
    std::set<std::string> departments;
    std::set<std::string> departmentMembers; // of those departments, in the team
    std::set<std::string> everyone() const;
};

Mentions mentionsIn(api::Reading &reading, const std::string &projectId, const std::string &text);
/// Replaces what the comment mentions.
void setMentions(api::Writing &writing, const std::string &commentId, const Mentions &mentions);
/// True when `text` has `mark` followed by `word` (any case when asked) and then white space or the end.
bool hasMarked(std::string_view text, char mark, std::string_view word);

} // namespace callboard::tasks
