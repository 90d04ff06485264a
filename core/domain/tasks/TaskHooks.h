// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of tasks and comments as records. Each runs at the moment of core/records/Model.h whose signature it has; what it throws refuses the
// change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::tasks::hooks {

using records::Condition;
using records::Input;

access::Access makersOfTasks();
/// Those of the episode that the query names; vendors' own.
Condition tasksAsked(const api::Reading &reading, const api::Request &request);
/// The same in the caller's open productions.
Condition tasksInReach(const api::Reading &reading, const api::Request &request);
/// 404 for a task type or an entity that does not exist.
void requireKnownTaskPlace(api::Writing &writing, Json &body);
/// The task type must be for that kind of entity, and the entity of the production.
void checkNewTask(api::Writing &writing, Input &input);
void checkTaskChange(api::Writing &writing, const Json &row, Input &input);
void removeTask(api::Writing &writing, const Json &row, bool isForced);
/// A new task is told without its maker; one that goes with its entity and type, which nobody can look up any more.
void completeTaskEvent(api::Event &event, const std::string &what, const Json &row);
access::Access readersOfComment();
access::Access writersOfComment();
access::Access removersOfComment();
/// The attached files as small records instead of identifiers.
void tellAttachments(const api::Reading &reading, Json &told);
/// The status must be allowed to the caller's role; supervisors tick and pin only; the editor is noted.
void editComment(api::Writing &writing, const Json &row, Input &input);
/// Mentions follow the text, the task its comments.
void followComment(api::Writing &writing, const Json &before, const Json &row);
/// News, notifications and attachments go with their comment.
void removeComment(api::Writing &writing, const Json &row, bool isForced);
void recountAfterComment(api::Writing &writing, const Json &row);

} // namespace callboard::tasks::hooks
