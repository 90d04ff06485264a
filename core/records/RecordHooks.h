// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that single models have of their own, named by what they do. Each runs at the moment of core/records/
// Model.h whose signature it has; what it throws refuses the change as a whole.
#pragma once

#include "core/records/Model.h"

namespace callboard::records::hooks {

// Types and statuses (TypeHooks.cpp)
void refuseTakenEntityTypeName(api::Writing &writing, Input &input);
void refuseTakenTaskTypeName(api::Writing &writing, Input &input);
void refuseTakenTaskTypeNameOfOther(api::Writing &writing, const Json &row, Input &input);
/// Of the default statuses of tasks, and of those of concepts, the latest alone stays.
void keepOneDefaultStatus(api::Writing &writing, const Json &row);

// People's time (TimeHooks.cpp)
void refuseOverlappingDayOff(api::Writing &writing, const Json &row, Input &input);
/// The task's duration is the sum of all time spent on it.
void sumTimeSpent(api::Writing &writing, const Json &row);
/// start_date and end_date of the query, which need each other.
Condition timeSpentInSpan(const api::Reading &reading, const api::Request &request);

// Productions (ProjectHooks.cpp)
void fillProjectDefaults(api::Writing &writing, Json &body);
void checkNewProject(api::Writing &writing, Input &input);
/// Team and settings are changed by routes of their own.
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
/// A record never moves into a production that the caller does not manage.
void keepInOwnProductions(api::Writing &writing, const Json &row, Input &input);

// Tasks and comments (TaskHooks.cpp)
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
void completeTaskEvent(events::Event &event, const std::string &what, const Json &row);
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

// Files and previews (FileHooks.cpp)
access::Access workersOnFile();
access::Access makersOfOutput();
access::Access leadersOfPreview();
/// An attachment of nothing is nobody's.
access::Access attachedSomewhere();
void keepPreviewInReach(api::Writing &writing, const Json &row, Input &input);
void removePreview(api::Writing &writing, const Json &row, bool isForced);
void removeAttachmentFiles(api::Writing &writing, const Json &row, bool isForced);
void removeWorkingFileBytes(api::Writing &writing, const Json &row, bool isForced);
void removeBackgroundFiles(api::Writing &writing, const Json &row, bool isForced);
void refuseTakenBackgroundName(api::Writing &writing, Input &input);
void refuseTakenBackgroundNameOfOther(api::Writing &writing, const Json &row, Input &input);
void keepOneDefaultBackground(api::Writing &writing, const Json &row);
void keepInstanceInReach(api::Writing &writing, const Json &row, Input &input);

// Schedule (ScheduleHooks.cpp)
access::Access plannersOfItem();
/// One item for a production, task type and object; the database compares no empty ones.
void refuseSecondItem(api::Writing &writing, Input &input);
/// Man-days in a text are passed over when an item is changed by others than admins.
void dropWrittenManDays(api::Writing &writing, Json &body);
/// The list needs the production of others than admins: ?project_id=
access::Access staffOfAskedProject();
access::Access managersOfBodysVersion();
Condition linksOfAskedProject(const api::Reading &reading, const api::Request &request);
void checkVersionLink(api::Writing &writing, Input &input);
void keepVersionLink(api::Writing &writing, const Json &row, Input &input);
void removeScheduleVersion(api::Writing &writing, const Json &row, bool isForced);

// Playlists (PlaylistHooks.cpp)
access::Access readersOfPlaylist();
Condition playlistsInReach(const api::Reading &reading, const api::Request &request);
/// "all" and "main" for the episode, a malformed task type, entries by "id".
void readNewPlaylistWords(api::Writing &writing, Json &body);
void readChangedPlaylistWords(api::Writing &writing, Json &body);
void checkNewPlaylist(api::Writing &writing, Input &input);
void checkPlaylistChange(api::Writing &writing, const Json &row, Input &input);
void removePlaylist(api::Writing &writing, const Json &row, bool isForced);
/// The removal of a playlist is told without a person.
void leaveOutRemover(events::Event &event, const std::string &what, const Json &row);

} // namespace callboard::records::hooks
