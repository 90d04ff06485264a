// SPDX-License-Identifier: GPL-3.0-or-later
// What each list of entities with tasks tells, and GET /data/shots/with-tasks and the like. Filters are id,
// project_id and episode_id alone.
#pragma once

#include "core/domain/entities/WithTasks.h"

namespace callboard::entities {

/// All entities of that kind that the caller may see: vendors those with a task of theirs, and that task alone.
WithTasksView viewOf(api::Reading &reading, Kind kind);
/// Adds a condition over the view's tables.
void require(WithTasksView &view, const std::string &condition, std::vector<store::Value> values = {});

api::Response listAssetsWithTasks(api::Reading &reading, const api::Request &request);
api::Response listShotsWithTasks(api::Reading &reading, const api::Request &request);
api::Response listSequencesWithTasks(api::Reading &reading, const api::Request &request);
api::Response listScenesWithTasks(api::Reading &reading, const api::Request &request);
api::Response listEpisodesWithTasks(api::Reading &reading, const api::Request &request);
api::Response listEditsWithTasks(api::Reading &reading, const api::Request &request);
api::Response listConceptsWithTasks(api::Reading &reading, const api::Request &request);
/// Concepts linked to the entity.
api::Response listLinkedWithTasks(api::Reading &reading, const api::Request &request);

api::Response readAsset(api::Reading &reading, const api::Request &request);
api::Response readShot(api::Reading &reading, const api::Request &request);
api::Response readEdit(api::Reading &reading, const api::Request &request);
api::Response readConcept(api::Reading &reading, const api::Request &request);

} // namespace callboard::entities
